package io.ledgerway.setup;

import io.swagger.v3.oas.annotations.media.Schema;

/** A choice of a former organisation that nothing in the present one answers to. */
@Schema(name = "UnboundChoice")
public record Unbound(
    @Schema(description = "account, tax-rate, tracking-category or tracking-option") String kind,
    String formerId,
    String code,
    String name) {}
