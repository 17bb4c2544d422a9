namespace Portal.Identity.Features.ConfirmContacts;

/// <summary>Place in the list of proposals after which the next page begins.</summary>
internal sealed record ProposalPosition(Guid Id);
