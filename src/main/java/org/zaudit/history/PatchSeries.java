package org.zaudit.history;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.patch.FileHeader;
import org.eclipse.jgit.patch.FormatError;
import org.eclipse.jgit.patch.Patch;
import org.zaudit.rules.UserError;

/**
 * Applies patches, one on top of the other, in memory. All or nothing: what does not apply as it
 * stands is an error, never a guess.
 */
final class PatchSeries {
  private static final String REMEDY = "make it anew with git format-patch, or give another --base";

  private static final Pattern HUNK =
      Pattern.compile("@@ -\\d{1,9}(,\\d{1,9})? \\+\\d{1,9}(,\\d{1,9})? @@");

  /**
   * Each becomes a commit to analyse; the longest series that kernel developers sent had hundreds.
   */
  private static final int MOST_PATCHES = 2_000;

  private final Overlay overlay;
  private final Commit base;
  private final List<Step> steps = new ArrayList<>();
  private final Set<String> skipped = new LinkedHashSet<>();
  private ObjectId tree;

  /** A patch as a commit, and the tree that it leads to. */
  record Step(Commit commit, ObjectId tree) {}

  PatchSeries(Overlay overlay, Commit base, ObjectId tree) {
    this.overlay = overlay;
    this.base = base;
    this.tree = tree;
  }

  List<Step> steps() {
    return steps;
  }

  Set<String> skipped() {
    return skipped;
  }

  /** Applies all that the texts hold. */
  void apply(List<Proposal.Text> texts, int strip) {
    for (Proposal.Text text : texts) {
      List<Message> messages = Message.split(text.bytes());
      boolean any = false;
      for (int i = 0; i < messages.size(); i++) {
        String place = text.name() + (messages.size() == 1 ? "" : ", patch " + (i + 1));
        any |= apply(messages.get(i), place, strip);
      }
      // The letter that introduces a series, or that of an empty commit.
      boolean isLetter = texts.size() > 1 && messages.stream().allMatch(Message::isMail);
      if (!any && !isLetter) {
        throw noPatch(text.name());
      }
    }
    if (steps.isEmpty()) {
      throw noPatch(texts.getFirst().name());
    }
  }

  private static UserError noPatch(String place) {
    return new UserError(
        "there is no patch in it", place, "give the output of git diff or format-patch");
  }

  /** Whether there was something to apply: the letter that introduces a series has no patch. */
  private boolean apply(Message message, String place, int strip) {
    byte[] body = PatchText.of(message.body(), strip);
    Patch patch = parse(body, place);
    if (patch.getFiles().isEmpty()) {
      return false;
    }
    if (steps.size() == MOST_PATCHES) {
      throw new UserError("more than " + MOST_PATCHES + " patches", place, "split the series");
    }
    demandHunks(body, patch, place);
    try (ObjectInserter inserter = overlay.inserter();
        ObjectReader reader = overlay.reader()) {
      ObjectId after = apply(patch, new PatchedTree(reader, inserter, tree), reader, place);
      steps.add(new Step(commit(message, after, inserter, place), after));
      tree = after;
      return true;
    } catch (TextHunks.Misfit e) {
      throw new UserError("does not apply: " + e.getMessage(), place, REMEDY);
    } catch (IOException | RuntimeException e) {
      if (e instanceof UserError error) {
        throw error;
      }
      // JGit answers some malformed patches with unchecked exceptions.
      throw new UserError("does not apply: " + Reason.of(e), place, REMEDY);
    }
  }

  private ObjectId apply(Patch patch, PatchedTree files, ObjectReader reader, String place)
      throws IOException, TextHunks.Misfit {
    var paths = new PatchPaths(reader, tree);
    for (FileHeader file : patch.getFiles()) {
      paths
          .fault(file)
          .ifPresent(fault -> {
            throw new UserError(fault, place, "nothing of it was applied");
          });
      switch (file.getPatchType()) {
        case UNIFIED -> {
          demandText(file, place);
          // There is no C in another repository's commit.
          if (!isSubmodule(file)) {
            files.apply(file);
          }
        }
        case BINARY, GIT_BINARY -> skipped.add(file.getNewPath());
      }
    }
    ObjectId after = files.write();
    demandLinksStayInside(patch, reader, after, place);
    return after;
  }

  private static boolean isSubmodule(FileHeader file) {
    return FileMode.GITLINK.equals(file.getOldMode()) || FileMode.GITLINK.equals(file.getNewMode());
  }

  private static Patch parse(byte[] body, String place) {
    var patch = new Patch();
    try {
      patch.parse(new ByteArrayInputStream(body));
    } catch (IOException | RuntimeException e) {
      throw new UserError("is no patch: " + Reason.of(e), place, REMEDY);
    }
    if (!patch.getErrors().isEmpty()) {
      FormatError error = patch.getErrors().getFirst();
      throw new UserError(
          "is malformed: "
              + oneLine(error.getMessage())
              + ", at '"
              + oneLine(error.getLineText())
              + "'",
          place,
          REMEDY);
    }
    return patch;
  }

  private static void demandText(FileHeader file, String place) {
    byte[] buffer = file.getBuffer();
    for (int at = file.getStartOffset(); at < file.getEndOffset(); at++) {
      if (buffer[at] == 0) {
        throw new UserError(
            "holds NUL bytes",
            place,
            "write it with git format-patch (a PowerShell '>' writes UTF-16)");
      }
    }
  }

  /**
   * JGit reads over heads of hunks that it cannot make sense of, and over what follows them. No
   * line of a hunk begins with an at sign.
   */
  private static void demandHunks(byte[] body, Patch patch, String place) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    int start =
        patch.getFiles().stream().mapToInt(FileHeader::getStartOffset).min().orElse(text.length());
    long heads = 0;
    for (int at = start; at >= 0 && at < text.length(); at = text.indexOf('\n', at) + 1) {
      if (text.startsWith("@@", at)) {
        heads++;
        if (text.startsWith("@@@", at)) {
          throw new UserError(
              "is the combined diff of a merge", place, "give git diff with the first parent");
        }
        if (!HUNK.matcher(text.substring(at, Math.min(text.length(), at + 80))).lookingAt()) {
          throw new UserError("is malformed: a hunk has no proper head", place, REMEDY);
        }
      }
      if (text.indexOf('\n', at) < 0) {
        break;
      }
    }
    if (heads != patch.getFiles().stream().mapToLong(file -> file.getHunks().size()).sum()) {
      throw new UserError("is malformed: not all of its hunks can be read", place, REMEDY);
    }
  }

  /** A link that leads out of the repository would let a later patch write anywhere. */
  private static void demandLinksStayInside(
      Patch patch, ObjectReader reader, ObjectId after, String place) throws IOException {
    for (FileHeader file : patch.getFiles()) {
      if (FileMode.SYMLINK.equals(file.getNewMode())) {
        try (var walk =
            org.eclipse.jgit.treewalk.TreeWalk.forPath(reader, file.getNewPath(), after)) {
          if (walk != null && leadsOut(file.getNewPath(), target(reader, walk.getObjectId(0)))) {
            throw new UserError(
                "the symbolic link '" + file.getNewPath() + "' leads out of the tree",
                place,
                "nothing of it was applied");
          }
        }
      }
    }
  }

  private static String target(ObjectReader reader, ObjectId blob) throws IOException {
    return new String(reader.open(blob).getCachedBytes(), StandardCharsets.ISO_8859_1);
  }

  private static boolean leadsOut(String link, String target) {
    int depth = (int) link.chars().filter(c -> c == '/').count();
    for (String part : target.split("/", -1)) {
      depth += part.equals("..") ? -1 : part.isEmpty() || part.equals(".") ? 0 : 1;
      if (depth < 0) {
        return true;
      }
    }
    return target.startsWith("/");
  }

  private Commit commit(Message message, ObjectId after, ObjectInserter inserter, String place)
      throws IOException {
    String subject = message.subject().orElse(place);
    String author = message.author().orElse("");
    OffsetDateTime date = date(message);
    var builder = new CommitBuilder();
    builder.setTreeId(after);
    String parent = steps.isEmpty() ? base.id() : steps.getLast().commit().id();
    builder.setParentId(ObjectId.fromString(parent));
    builder.setAuthor(new PersonIdent(author, "", date.toInstant(), ZoneOffset.UTC));
    builder.setCommitter(builder.getAuthor());
    builder.setMessage(subject + "\n" + steps.size());
    String id = message.commit().filter(this::isNew).orElse(inserter.insert(builder).name());
    return new Commit(id, List.of(parent), subject, author, date);
  }

  private boolean isNew(String id) {
    return !id.equals(base.id())
        && !id.equals(ObjectId.zeroId().name())
        && steps.stream().noneMatch(step -> step.commit().id().equals(id));
  }

  /** A patch without a date is as old as what it stands on, so that reports do not change. */
  private OffsetDateTime date(Message message) {
    OffsetDateTime last = steps.isEmpty() ? base.date() : steps.getLast().commit().date();
    try {
      return message
          .date()
          .map(GitDate::parse)
          .filter(date -> date.isAfter(Instant.EPOCH))
          .map(date -> date.atOffset(ZoneOffset.UTC))
          .orElse(last);
    } catch (RuntimeException _) {
      return last;
    }
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() > 200 ? line.substring(0, 200) + "..." : line;
  }
}
