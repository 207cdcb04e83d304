package io.ledgerway.api;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.receipt.ReceiptArchive;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A company's receipts, all at once. */
@RestController
@Allowed(Role.VIEWER)
@RequestMapping("/api/v1/companies/{company}")
@Tag(name = "Postings")
class ReceiptsController {

  private static final int MOST_DAYS = 366;

  private final KnownCompanies companies;
  private final ReceiptArchive archive;

  ReceiptsController(KnownCompanies companies, ReceiptArchive archive) {
    this.companies = companies;
    this.archive = archive;
  }

  @GetMapping(path = "/receipts.zip", produces = "application/zip")
  @Operation(
      summary = "The receipts of the documents of a period that stand in Xero, as a ZIP",
      description =
          "As their source gives them now; index.csv says of each document what there is of it, and"
              + " why something is missing. Costs none of Xero's calls.")
  void zip(
      @PathVariable String company,
      @Parameter(description = "Dated on or after this day", example = "2026-03-01") @RequestParam
          LocalDate from,
      @Parameter(
              description = "Dated on or before this day, at most a year later",
              example = "2026-03-31")
          @RequestParam
          LocalDate to,
      HttpServletResponse response)
      throws IOException {
    companies.require(company);
    if (to.isBefore(from) || to.isAfter(from.plusDays(MOST_DAYS))) {
      throw WrongRequest.notValid(
          "PERIOD_NOT_VALID",
          "The period ends before it begins, or is longer than a year.",
          "Give a period of at most " + MOST_DAYS + " days.");
    }
    try (ReceiptArchive.Making making = archive.begin(company, from, to)) {
      response.setContentType("application/zip");
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment()
              .filename("receipts-" + from + "-" + to + ".zip")
              .build()
              .toString());
      making.write(response.getOutputStream());
    }
  }
}
