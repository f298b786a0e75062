package org.zaudit.report;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.zaudit.analysis.Check;
import org.zaudit.analysis.Confidence;
import org.zaudit.analysis.Event;
import org.zaudit.audit.Audit;
import org.zaudit.audit.CommitInfo;
import org.zaudit.audit.CoverageCounts;
import org.zaudit.audit.EventLine;
import org.zaudit.audit.Life;
import org.zaudit.audit.Notice;
import org.zaudit.audit.Place;
import org.zaudit.audit.RelatedLine;

/** The audit of a small driver that never was, with one finding of each fate. */
final class SampleAudit {
  static final String FILE = "drivers/block/ringdisk/request.c";

  static final CommitInfo START =
      commit("1f0c", "Import of the driver", "Ada Nilsson", "2021-03-01T09:00:00+01:00");
  static final CommitInfo DIRECT =
      commit("a3d1", "ringdisk: write from user pages", "Ada Nilsson", "2022-05-04T17:20:31+02:00");
  static final CommitInfo FIX =
      commit("c8f2", "ringdisk: keep the new page", "Jürgen Öz", "2022-11-30T08:00:00Z");
  static final CommitInfo BACKPORT =
      commit("d90e", "ringdisk: keep the new page", "Jürgen Öz", "2022-12-01T10:11:12Z");
  static final CommitInfo REMOVAL =
      commit("e771", "ringdisk: drop the old ioctl", "Ada Nilsson", "2023-02-14T00:00:00-07:00");

  private SampleAudit() {}

  static Audit full() {
    return audit(List.of(stale(), leak(), ioctl()), notices());
  }

  static Audit audit(List<Life> findings, List<Notice> notices) {
    return new Audit(
        Optional.of(hash("f00d")),
        "ringdisk",
        new Audit.Range(1234, Optional.of(START.commit()), Optional.of(hash("f00d"))),
        List.of(new Audit.AppliedRule("pages", "sha256:" + "5e".repeat(32))),
        new CoverageCounts(310, 40210, 1907, 1500, 407, 405, 2, 1),
        findings,
        notices);
  }

  static Audit empty() {
    return new Audit(
        Optional.empty(),
        "empty",
        new Audit.Range(0, Optional.empty(), Optional.empty()),
        List.of(),
        new CoverageCounts(0, 0, 0, 0, 0, 0, 0, 0),
        List.of(),
        List.of());
  }

  /** Fixed on two lines of history, in some configurations only, carried by releases. */
  static Life stale() {
    String function = "ring_check_holes";
    return new Life(
        "00c0ffee00c0ffee",
        List.of("0123456789abcdef"),
        "pages",
        Check.STALE_ALIAS,
        Confidence.CERTAIN,
        Life.State.FIXED,
        "page",
        "rq->slots[i]",
        "`page` gives back the reference that `rq->slots[i]` still holds, and ring_drop_pages() will"
            + " give it back again.",
        Optional.of("defined(CONFIG_RING_DIRECT) && !defined(CONFIG_HIGHMEM)"),
        new Place(hash("c8f1"), FILE, function, 47, 4),
        Optional.of(new Life.Introduction(DIRECT, FILE, 45)),
        List.of(
            new Life.Introduction(
                commit(
                    "b111",
                    "ringdisk: write from user pages",
                    "Ada Nilsson",
                    "2022-06-01T12:00:00Z"),
                FILE,
                44)),
        List.of(FIX, BACKPORT),
        List.of(),
        List.of("v3.0-rc1", "v3.0-rc2", "v3.0-rc3", "v3.0"),
        List.of(
            event(
                Event.Kind.ALIAS,
                function,
                42,
                23,
                "\t\tstruct page *page = rq->slots[i];",
                "the slot and `page` name the same page; the reference is the slot's"),
            event(Event.Kind.BRANCH, function, 45, 7, "\t\tif (is_hole(page)) {", "taken"),
            event(
                Event.Kind.RELEASE,
                function,
                47,
                4,
                "\t\t\tput_page(page);",
                "gives the slot's reference back; the slot keeps the pointer"),
            event(
                Event.Kind.OVERWRITE,
                function,
                48,
                4,
                "\t\t\tpage = alloc_page(GFP_NOIO);",
                "only the local is replaced"),
            event(
                Event.Kind.EXIT,
                function,
                50,
                1,
                "\t}",
                "end of the iteration: the slot was not replaced")),
        List.of(new RelatedLine(FILE, "ring_drop_pages", 63, "gives back what every slot holds")),
        Optional.of(new Life.Upstream(hash("abcd"), "ringdisk: keep the new page", true)),
        "Cherry-pick c8f2 onto stable-3.1, which carries it and has no fix.");
  }

  /** Older than the range, still open, everywhere. */
  static Life leak() {
    String function = "ring_pin_user";
    return new Life(
        "1111222233334444",
        List.of(),
        "pages",
        Check.PARTIAL_ACQUIRE,
        Confidence.LIKELY,
        Life.State.OPEN,
        "pin",
        "pages",
        "When fewer pages are pinned than asked for, those that were are forgotten.",
        Optional.empty(),
        new Place(hash("f00d"), "drivers/block/ringdisk/pin.c", function, 112, 3),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new EventLine(
                Event.Kind.ACQUIRE,
                "drivers/block/ringdisk/pin.c",
                function,
                104,
                9,
                "\tgot = pin_user_pages(start, wanted, FOLL_WRITE, pages);",
                "takes `got` pins, which may be fewer than `wanted`"),
            new EventLine(
                Event.Kind.CALL,
                "drivers/block/ringdisk/pin.h",
                "ring_trace_pin",
                12,
                2,
                "\ttrace_ring_pin(got);",
                ""),
            new EventLine(
                Event.Kind.RETURN,
                "drivers/block/ringdisk/pin.c",
                function,
                112,
                3,
                "\t\treturn (-EFAULT);",
                "none of them was given back")),
        List.of(),
        Optional.empty(),
        "");
  }

  /** Gone with its function. */
  static Life ioctl() {
    return new Life(
        "5555666677778888",
        List.of(),
        "pages",
        Check.LEAK,
        Confidence.POSSIBLE,
        Life.State.VANISHED,
        "page",
        "pg",
        "The page is not given back when the copy fails.",
        Optional.empty(),
        new Place(hash("e770"), FILE, "ring_ioctl", 201, 3),
        Optional.of(new Life.Introduction(DIRECT, FILE, 190)),
        List.of(),
        List.of(),
        List.of(REMOVAL),
        List.of("v3.0"),
        List.of(
            event(Event.Kind.ACQUIRE, "ring_ioctl", 195, 12, "\tpg = alloc_page(GFP_KERNEL);", "")),
        List.of(),
        Optional.empty(),
        "Nothing to do.");
  }

  static List<Notice> notices() {
    return List.of(
        new Notice(
            Notice.Kind.SUPPRESSION_WITHOUT_REASON,
            Optional.of(FILE),
            Optional.of("ring_drop_pages"),
            OptionalInt.of(60),
            "a suppression needs a reason behind a colon"),
        new Notice(
            Notice.Kind.NOT_ANALYSED,
            Optional.of(FILE),
            Optional.of("ring_setup"),
            OptionalInt.of(20),
            "unexpected `@'"),
        new Notice(
            Notice.Kind.DAMAGED_OBJECT,
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            "blob 12ab is damaged; run git fsck"));
  }

  static EventLine event(
      Event.Kind kind, String function, int line, int column, String source, String note) {
    return new EventLine(kind, FILE, function, line, column, source, note);
  }

  static CommitInfo commit(String start, String subject, String author, String date) {
    return new CommitInfo(hash(start), subject, author, OffsetDateTime.parse(date));
  }

  static String hash(String start) {
    return (start + "0".repeat(40)).substring(0, 40);
  }
}
