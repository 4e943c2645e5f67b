import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Holds PDFs against veraPDF's profile of PDF/UA-1; prints a line for each: true or false, the file, what is wrong. */
final class CheckPdfUa {
  private static final String PART = "<pdfuaid:part>";

  public static void main(String[] files) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    for (String file : files) {
      byte[] bytes = Files.readAllBytes(Path.of(file));
      Map<String, Integer> broken = brokenRules(bytes);
      print(broken.isEmpty(), file, broken.toString());
      // A judge that accepts everything is none.
      if (file.equals(files[0])) print(!brokenRules(ofAnotherPart(bytes)).isEmpty(), file + ", altered", "accepted");
    }
  }

  private static Map<String, Integer> brokenRules(byte[] bytes) throws Exception {
    PDFAFlavour flavour = PDFAFlavour.PDFUA_1;
    Map<String, Integer> broken = new TreeMap<>();
    try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(bytes), flavour);
        var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      var result = validator.validate(parser);
      for (TestAssertion one : result.getTestAssertions())
        broken.merge(one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber() + ": " + one.getMessage(), 1, Integer::sum);
      if (!result.isCompliant()) broken.putIfAbsent("not compliant", 1);
    }
    return broken;
  }

  /** The same file, which says that it is of another part of PDF/UA. */
  private static byte[] ofAnotherPart(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (!text.contains(PART + "1")) throw new IllegalStateException("no part of PDF/UA is told");
    return text.replace(PART + "1", PART + "7").getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void print(boolean ok, String file, String detail) {
    System.out.println(ok + "\t" + file + "\t" + detail.replaceAll("\\s+", " "));
  }
}
