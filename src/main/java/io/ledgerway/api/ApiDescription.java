package io.ledgerway.api;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeIn;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.context.annotation.Configuration;

/** What the API's own page says of it; its parts stand in the order of an admin's work. */
@Configuration
@OpenAPIDefinition(
    info =
        @Info(
            title = "Ledgerway",
            version = "v1",
            description =
                "Carries spend into Xero, exactly once and in batches. Every call needs the header"
                    + " X-API-Key, or a user's login and password by HTTP Basic; what may be done"
                    + " with it is said by its role in the company."),
    tags = {
      @Tag(
          name = "Companies",
          description = "Set a company up, choose how it exports, read it from Xero"),
      @Tag(name = "Connection", description = "Connect a company to its Xero organisation"),
      @Tag(
          name = "Import settings",
          description = "Choose in a draft what to import, and put it in force as a whole"),
      @Tag(
          name = "Sources",
          description = "Where documents come from, and what a company chooses for each"),
      @Tag(name = "Reference data", description = "What expenses can refer to, and how it changed"),
      @Tag(name = "People", description = "Users of the platform, matched to contacts of Xero's"),
      @Tag(
          name = "Postings",
          description = "Each accepted document, its state, and its whole story"),
      @Tag(name = "Exports", description = "Send now what is ready"),
      @Tag(
          name = "Dead letters",
          description = "Records that could not be accepted, with the reason"),
      @Tag(
          name = "Members",
          description = "Who uses the hub for a company, keys of programs, and what was done"),
      @Tag(name = "Notices", description = "Where people are told what needs them"),
      @Tag(
          name = "Files",
          description = "Routes and mappings in force, and edits that are mistaken"),
      @Tag(name = "Untellable", description = "What a source could not be told, with the reason"),
      @Tag(name = "Routes", description = "What runs in this engine, and what went through it")
    },
    security = {@SecurityRequirement(name = "key"), @SecurityRequirement(name = "basic")})
@SecurityScheme(
    name = "key",
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.HEADER,
    paramName = "X-API-Key")
@SecurityScheme(name = "basic", type = SecuritySchemeType.HTTP, scheme = "basic")
class ApiDescription {}
