/** YAML that people edit: read strictly, and each value known by the place where it stands. */
package io.ledgerway.yaml;
