using Portal.Identity.Domain.Agencies;

namespace Portal.Identity.Features.SigningIn.DescribeAgency;

/// <summary>What an agency's sign-in page shows.</summary>
/// <param name="Slug">Names the agency in addresses.</param>
/// <param name="Name">The agency.</param>
/// <param name="ClientCenter">Whether its clients may sign in.</param>
/// <param name="Contact">Whom to ask.</param>
/// <param name="Ways">email, google.</param>
internal sealed record AgencySignInResponse(string Slug, string Name, bool ClientCenter, AgencyContact Contact, IReadOnlyList<string> Ways);
