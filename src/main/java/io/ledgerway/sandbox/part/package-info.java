/** What hangs on records of any kind: attachments and history notes. */
package io.ledgerway.sandbox.part;
