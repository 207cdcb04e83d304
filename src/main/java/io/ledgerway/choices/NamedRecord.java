package io.ledgerway.choices;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A record of Xero's as people know it.
 *
 * @param id of one that the books do not know, in a file; else only in what is told of a file
 * @param code an account's; null when it has none
 */
@Schema(name = "NamedRecord")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NamedRecord(
    String id,
    String code,
    String name,
    @Schema(description = "Of a tracking option, its category's name.") String category) {}
