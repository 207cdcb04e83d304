package io.ledgerway.sandbox.expensify.job;

import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Renders what was posted with the real FreeMarker, as an American server does: a number without
 * {@code ?c} is grouped. A template reaches the reports and nothing else: no classes, no files, no
 * methods of objects.
 */
@Component
class Templates {

  /** More than any export of this double; a template that never ends meets it. */
  private static final int LONGEST = 64 * 1024 * 1024;

  private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);

  Templates() {
    configuration.setLocale(Locale.US);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    configuration.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
    configuration.setTemplateLoader(null);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
  }

  /**
   * @throws JobError 500 when the template does not parse or breaks on what it is given
   */
  byte[] render(String text, List<Map<String, Object>> reports) {
    Bounded bytes = new Bounded();
    try (Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      new Template("template", text, configuration)
          .process(Map.of("reports", reports, "addHeader", true), out);
    } catch (TemplateException | IOException e) {
      throw new JobError(500, "Template error: " + e.getMessage().lines().findFirst().orElse(""));
    }
    return bytes.kept.toByteArray();
  }

  private static final class Bounded extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (kept.size() + length > LONGEST) {
        throw new IOException("The file is larger than " + LONGEST + " bytes");
      }
      kept.write(bytes, from, length);
    }
  }
}
