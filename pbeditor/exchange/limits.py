"""How much a file may ask for before it is refused; all limits of the readers stand in this one table."""

MEGABYTE = 1 << 20

ENTRIES = 4_096  # files inside one package
TOTAL = 512 * MEGABYTE  # all of them inflated
RATIO = 250  # inflated to packed, of a file that inflates past SMALL; real Word files reach about 40
SMALL = 4 * MEGABYTE
PART = 32 * MEGABYTE  # a part that is read as one piece: styles, numbering, properties
BLOCK = 16 * MEGABYTE  # the XML of one table and the text before it
CELLS = 3_000_000  # paragraphs and cells of one document
COLUMNS = 16_384  # grid places side by side, as in a spreadsheet
PLACES = 500_000  # grid places that the cells of one table cover together
NESTING = 32  # tables inside tables
CHARACTERS = 32 * MEGABYTE  # of one text document
STEPS = 10_000_000  # grid places looked at to find where the cells of one table stand
ENDS = 1_000_000  # paragraphs, cells and rows of one RTF or old Word file
GROUPS = 5_000  # braces inside braces
