using Portal.Contracts.Identity;

namespace Portal.Identity.Features.Access;

/// <summary>
/// Something by which somebody changes who may sign in, who may act, or how they prove it. Every road to it keeps to
/// the same rule.
/// </summary>
/// <param name="Name">What <c>docs/powers.md</c> calls it.</param>
/// <param name="Scope">
/// Scope that a caller's token needs; null where the caller has no token yet, being about to sign in.
/// </param>
/// <param name="NeedsFreshFactor">
/// Whether the caller must be of the agency, with a second factor proven a short while ago.
/// </param>
/// <param name="Tells">Who is told, and of what.</param>
internal sealed record Power(
    string Name,
    string? Scope,
    bool NeedsFreshFactor,
    params IReadOnlyList<(Audience To, SecurityNotice Notice)> Tells);
