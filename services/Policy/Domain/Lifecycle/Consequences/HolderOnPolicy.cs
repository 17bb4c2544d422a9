namespace Portal.Policies.Domain.Lifecycle.Consequences;

/// <summary>A certificate holder as one policy concerns it.</summary>
/// <param name="Id">The holder.</param>
/// <param name="Shown">Whether its certificate shows the policy.</param>
/// <param name="ReceivesRenewals">Whether it gets a certificate of each renewal unasked.</param>
/// <param name="GetsNotice">Whether the policy is endorsed to give it notice of cancellation.</param>
/// <param name="Role">Its interest in the property.</param>
internal sealed record HolderOnPolicy(
    string Id, bool Shown, bool ReceivesRenewals, bool GetsNotice, HolderRole Role);
