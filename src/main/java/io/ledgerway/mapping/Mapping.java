package io.ledgerway.mapping;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.Frame;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One compiled mapping file. Immutable and thread-safe. */
final class Mapping {

  private static final Pattern PART = Pattern.compile("\\$use\\(\\s*\"([a-z0-9-]+)\"");

  private static final String CANNOT_BE_DONE =
      "what is written here cannot be done with what the document holds: a value is missing, or is"
          + " of another kind";

  private final String name;
  private final String file;
  private final String text;
  private final Jsonata compiled;
  private final String version;
  private final Set<String> parts;

  private Mapping(String name, String file, String text, Jsonata compiled) {
    this.name = name;
    this.file = file;
    this.text = text;
    this.compiled = compiled;
    this.parts =
        PART.matcher(text)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    this.version = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /**
   * @throws MappingException when the text does not parse, or breaks a rule of {@link MappingLint}
   */
  static Mapping compile(String name, String file, String text) {
    try {
      Jsonata compiled = parse(text);
      compiled.setValidateInput(false);
      compiled.setOutputConvertNulls(false);
      MappingLint.check(compiled).stream()
          .findFirst()
          .ifPresent(
              finding -> {
                throw new MappingException(
                    "MAPPING_REFUSED",
                    finding.message() + " (" + finding.rule() + ").",
                    "See docs/mappings.md for the functions that may be used.",
                    Place.of(file, text, finding.offset()),
                    null);
              });
      return new Mapping(name, file, text, compiled);
    } catch (JException e) {
      throw new MappingException(
          "MAPPING_BROKEN",
          said(e),
          "Correct the file; the last good version stays in use meanwhile.",
          Place.of(file, text, e.getLocation()),
          e);
    }
  }

  /**
   * With our functions beside the language's own.
   *
   * @throws JException when the text does not parse
   */
  static Jsonata parse(String text) {
    Jsonata compiled = Jsonata.jsonata(text);
    // The library remembers the expression compiled last on a thread and uses it as the scratch
    // pad of later runs there. Shared by several threads it must not be: give it another one.
    Jsonata.jsonata("null");
    Functions.offer(compiled);
    return compiled;
  }

  /** Of the text: the same text is the same version. */
  String version() {
    return version;
  }

  /** Names of the mappings of the same folder that this one uses. */
  Set<String> parts() {
    return parts;
  }

  String name() {
    return name;
  }

  /**
   * @param document maps, lists, text, numbers and booleans; not changed
   * @return the same kinds, sharing nothing with the input, every number a BigDecimal
   * @throws MappingProblems when the document is not fit to be posted
   * @throws MappingException when the mapping itself fails
   */
  Object apply(Object document, Evaluation evaluation) {
    Object result = evaluate(document, evaluation);
    if (evaluation.trace() != null) {
      evaluation.trace().made(result);
    }
    throwProblems(evaluation);
    return Documents.exact(result);
  }

  /**
   * The same as a part of another mapping, which tells the problems of both.
   *
   * @return as the language has it
   */
  Object evaluate(Object document, Evaluation evaluation) {
    RuntimeBounds bounds = new RuntimeBounds();
    Frame frame = compiled.createFrame();
    Trace trace = evaluation.trace();
    bounds.guard(frame, trace);
    if (trace != null) {
      trace.begin(this, text, document);
    }
    try {
      return Functions.run(evaluation, () -> compiled.evaluate(document, frame));
    } catch (JException e) {
      // What a look-up found wrong says more than what failed for want of its answer.
      throwProblems(evaluation);
      int offset = e.getLocation() > 0 ? e.getLocation() : bounds.offset();
      throw failed(said(e), offset, e);
    } catch (StackOverflowError e) {
      throw failed("is nested too deeply", bounds.offset(), null);
    } catch (RuntimeException e) {
      if (!isOfTheLanguage(e)) {
        throw e;
      }
      throwProblems(evaluation);
      throw failed(
          e.getCause() instanceof JException known ? said(known) : CANNOT_BE_DONE,
          bounds.offset(),
          e);
    } finally {
      if (trace != null) {
        trace.end();
      }
    }
  }

  private void throwProblems(Evaluation evaluation) {
    if (!evaluation.problems().isEmpty()) {
      throw new MappingProblems(name, evaluation.problems());
    }
  }

  private MappingException failed(String message, int offset, Throwable cause) {
    return new MappingException(
        "MAPPING_FAILED",
        message,
        "Correct the mapping, or what the document holds there.",
        Place.of(file, text, offset),
        cause);
  }

  /** JSONata stumbles over values with Java's own exceptions; the store's and ours are others. */
  private static boolean isOfTheLanguage(RuntimeException e) {
    return e.getClass().getName().startsWith("java.");
  }

  static String said(JException e) {
    // For an error of our own functions the library knows no code and prefixes its own name.
    String message = e.getMessage();
    return message.startsWith("JSonataException ") ? e.getError() : message;
  }
}
