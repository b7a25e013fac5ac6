/** The PostgreSQL that the server brings along: a real one, whose data stays from start to start. */
package io.tenantry.database;
