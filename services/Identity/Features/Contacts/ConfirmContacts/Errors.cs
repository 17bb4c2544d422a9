using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Contacts.ConfirmContacts;

internal sealed record ContactProposalNotFound() : NotFound(
    "contact-proposal-not-found",
    "Nothing of this id waits to be confirmed; it was decided on, or replaced by what a newer file says.");
