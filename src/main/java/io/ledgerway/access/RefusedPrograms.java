package io.ledgerway.access;

import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Tells a program, in the API's own way, that it may not call, or not this. */
public interface RefusedPrograms extends AuthenticationEntryPoint, AccessDeniedHandler {}
