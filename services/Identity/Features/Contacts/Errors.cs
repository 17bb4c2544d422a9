using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Contacts;

internal sealed record ContactNotFound() : NotFound("contact-not-found", "The client has no contact of this id.");

internal sealed record ContactIsPrimary() : Conflict(
    "contact-is-primary",
    "The primary contact has this address, who may sign in already; give the further contact another one.");

internal sealed record ContactExists() : Conflict(
    "contact-exists",
    "Another contact of the client has this address; change or remove that one, or write another address.");

internal sealed record PrimaryStays() : Conflict(
    "primary-contact-stays", "A client always has a primary contact; change name and address instead of removing it.");

internal sealed record PrimaryHasAccess() : Conflict(
    "primary-has-access",
    "The primary contact may always sign in; name another primary contact, or turn the Client Center off for all.");

internal sealed record ContactIsStaff() : Conflict(
    "contact-is-staff",
    "This is the address of somebody of the agency, who can't open a client's account with it; write the client's "
    + "own.");

internal sealed record ConsentWithdrawn() : Forbidden(
    "consent-withdrawn",
    "While the client does not let the agency in, its account can't be opened to another address or number; ask with "
    + "POST /api/v1/clients/{id}/consent-requests, or call the client.");
