using Portal.Web.Context;
using Portal.Web.Pages.Journeys;

namespace Portal.Web.Pages.Broker.RenewPolicies;

/// <summary>Renewing policies of a client: which, to what terms, and a look at what follows.</summary>
internal sealed class RenewalJourney(PageContext page, Guid client) : Journey(page, $"/clients/{client}/renew")
{
    /// <summary>The journey's path as a route.</summary>
    public const string Route = "/clients/{id:guid}/renew";

    /// <summary>The preview of a certificate, below the journey's path.</summary>
    public const string CertificatePath = "/certificate";

    public static JourneyStep Choose { get; } = new("", "Policies");

    public static JourneyStep Terms { get; } = new("/edit", "New terms");

    public static JourneyStep Check { get; } = new("/check", "Check and send");

    public static IReadOnlyList<JourneyStep> All { get; } = [Choose, Terms, Check];

    public override IReadOnlyList<JourneyStep> Steps => All;

    /// <summary>The first step with one policy chosen, which leads straight to its terms.</summary>
    public string AddressOfPolicy(Guid policy) => $"{AddressOf(Choose)}?policy={policy}";

    /// <summary>The certificate of a holder as it would be.</summary>
    public string AddressOfCertificate(RenewalForm draft, Guid share) =>
        $"{AddressOf(CertificatePath, draft)}&share={share}";
}
