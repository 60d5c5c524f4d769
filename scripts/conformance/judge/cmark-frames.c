/* Renders frames "<bytes>\n<text>" of standard input with cmark-gfm and writes the HTML as frames.
   Usage: cmark-frames [footnotes] */
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Declared here: Debian's development package comes without the header of the extensions. */
void cmark_gfm_core_extensions_ensure_registered(void);

int main(int argc, char **argv) {
  static const char *const names[] = {"table", "strikethrough", "autolink", "tasklist"};
  int options = CMARK_OPT_UNSAFE;
  size_t length;
  if (argc > 1 && strcmp(argv[1], "footnotes") == 0) options |= CMARK_OPT_FOOTNOTES;
  cmark_gfm_core_extensions_ensure_registered();
  while (scanf("%zu", &length) == 1 && getchar() == '\n') {
    char *text = malloc(length + 1), *html;
    cmark_parser *parser = cmark_parser_new(options);
    cmark_node *document;
    size_t i;
    if (text == NULL || fread(text, 1, length, stdin) != length) return 1;
    for (i = 0; i < sizeof names / sizeof *names; i++)
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(names[i]));
    cmark_parser_feed(parser, text, length);
    document = cmark_parser_finish(parser);
    html = cmark_render_html(document, options, cmark_parser_get_syntax_extensions(parser));
    printf("%zu\n%s", strlen(html), html);
    free(html);
    free(text);
    cmark_node_free(document);
    cmark_parser_free(parser);
  }
  return feof(stdin) ? 0 : 1;
}
