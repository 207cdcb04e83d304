package io.ledgerway.api;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeIn;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import org.springframework.context.annotation.Configuration;

/** What the API's own page says of it. */
@Configuration
@OpenAPIDefinition(
    info =
        @Info(
            title = "Ledgerway",
            version = "v1",
            description =
                "Carries spend into Xero, exactly once and in batches. Every call needs the header"
                    + " X-API-Key, or HTTP Basic as admin."),
    security = {@SecurityRequirement(name = "key"), @SecurityRequirement(name = "basic")})
@SecurityScheme(
    name = "key",
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.HEADER,
    paramName = "X-API-Key")
@SecurityScheme(name = "basic", type = SecuritySchemeType.HTTP, scheme = "basic")
class ApiDescription {}
