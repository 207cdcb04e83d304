package io.ledgerway.setup;

import io.swagger.v3.oas.annotations.media.Schema;

/** The platform's active users, and how many of them have a contact in Xero. */
@Schema(name = "PeopleCounts")
public record PeopleCounts(
    int active,
    int matched,
    int notFound,
    @Schema(description = "Several active contacts have their e-mail address.") int ambiguous,
    @Schema(description = "Their contact is archived, or merged into one with another address.")
        int contactInactive) {}
