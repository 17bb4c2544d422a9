namespace Portal.Web.Api.Certificates;

/// <summary>A holder, and whether it would get a certificate at a renewal.</summary>
/// <param name="ShareId">The holder's share of the client's policies.</param>
/// <param name="Holder">The holder.</param>
/// <param name="Policies">Policies that it is shown.</param>
/// <param name="Receives">Whether it would get one.</param>
/// <param name="Reason">receives, receives_no_renewals or not_shown_these.</param>
public sealed record Recipient(
    Guid ShareId, CertificateHolder Holder, IReadOnlyList<HolderPolicy> Policies, bool Receives, string Reason);

/// <summary>A page of holders with the numbers of the whole renewal.</summary>
public sealed record RecipientPage(int WillReceive, int WillNotReceive, IReadOnlyList<Recipient> Items, string? Next);
