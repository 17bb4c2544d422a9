using Portal.Identity.Domain.Accounts;

namespace Portal.Identity.Features.Contacts.ConfirmContacts;

/// <summary>A primary contact that a file names for a known client, waiting to be taken or not.</summary>
/// <param name="Id">Names exactly these values; other ones come under another id.</param>
/// <param name="ProposedBy">Whoever sent the file.</param>
/// <param name="ImportId">The import that named it.</param>
internal sealed record ContactProposalResponse(
    Guid Id,
    Guid ClientId,
    string ClientRef,
    string ClientName,
    ContactDetails Current,
    ContactDetails Proposed,
    string ProposedBy,
    Guid ImportId,
    DateTimeOffset ProposedAt)
{
    public static ContactProposalResponse Of(ContactProposal proposal, Account account) => new(
        proposal.Id,
        account.Id,
        account.ClientRef,
        account.Details.LegalName,
        ContactDetails.Of(account.Details.PrimaryContact),
        ContactDetails.Of(proposal.Contact),
        proposal.ProposedBy,
        proposal.ImportId,
        proposal.ProposedAt);
}
