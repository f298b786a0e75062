package org.zaudit;

/** A driver that takes a page: as it should, and as it should not. */
public final class Ring {
  public static final String FILE = "drivers/ring.c";

  public static final String LEAKS =
      """
      int
      ring_start(struct ring *ring)
      {
      	struct page *page = alloc_page(GFP_KERNEL);

      	if (page == NULL)
      		return (-ENOMEM);
      	if (ring->busy)
      		return (-EBUSY);
      	__free_page(page);
      	return (0);
      }
      """;

  /** On which line it leaks. */
  public static final int LEAK = 9;

  /** Before anybody thought of a ring that is busy. */
  public static final String SIMPLE =
      LEAKS.replace("\tif (ring->busy)\n\t\treturn (-EBUSY);\n", "");

  public static final String RIGHT =
      LEAKS.replace(
          "\tif (ring->busy)\n\t\treturn (-EBUSY);\n",
          "\tif (ring->busy) {\n\t\t__free_page(page);\n\t\treturn (-EBUSY);\n\t}\n");

  /** Leads from {@link #SIMPLE} to {@link #LEAKS}. */
  public static final String PATCH =
      """
      --- a/drivers/ring.c
      +++ b/drivers/ring.c
      @@ -6,5 +6,7 @@
       \tif (page == NULL)
       \t\treturn (-ENOMEM);
      +\tif (ring->busy)
      +\t\treturn (-EBUSY);
       \t__free_page(page);
       \treturn (0);
       }
      """;

  private Ring() {}
}
