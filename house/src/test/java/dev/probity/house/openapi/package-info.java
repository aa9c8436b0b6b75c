// SPDX-License-Identifier: Apache-2.0
/** Fuzzes a server by its own OpenAPI document, knowing nothing else of it. */
package dev.probity.house.openapi;
