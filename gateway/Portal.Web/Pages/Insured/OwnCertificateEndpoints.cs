using Portal.ServiceDefaults.Tokens;
using Portal.Web.Components.Tables;
using Portal.Web.Pages.Errors;
using Portal.Web.Services.Certificates;

namespace Portal.Web.Pages.Insured;

/// <summary>The client's certificates, to see, print and send on.</summary>
internal static class OwnCertificateEndpoints
{
    private static readonly string[] DeliveryStates = ["pending", "delivered", "failed"];

    public static void MapOwnCertificates(this IEndpointRouteBuilder account)
    {
        var certificates = account.MapGroup("/certificates").RequireScope(Scopes.CertificatesRead);
        certificates.MapGet("", ListAsync);
        certificates.MapGet("/{certificate:guid}", GetAsync);
        certificates.MapGet("/{certificate:guid}/document", DocumentAsync);
    }

    private static async Task<IResult> ListAsync(
        Guid account, HttpRequest request, CertificateClient certificates, CancellationToken cancellationToken)
    {
        var address = TableAddress.Of(request);
        var delivery = address["delivery"] is { } state && DeliveryStates.Contains(state) ? state : null;
        var found = await certificates.CertificatesAsync(account, address["search"], delivery, address.Cursor, cancellationToken);
        return found.Refused
            ? found.Refusal.ToPage()
            : Page.Of<OwnCertificatesPage>(new { Certificates = found.Value, Address = address });
    }

    private static async Task<IResult> GetAsync(Guid certificate, CertificateClient certificates, CancellationToken cancellationToken)
    {
        var found = await certificates.CertificateAsync(certificate, cancellationToken);
        return found.Refused ? found.Refusal.ToPage() : Page.Of<OwnCertificatePage>(new { Certificate = found.Value });
    }

    private static async Task<IResult> DocumentAsync(
        Guid certificate, bool? download, HttpContext http, CertificateClient certificates, CancellationToken cancellationToken) =>
        Pdf.Of(http, await certificates.DocumentAsync(certificate, cancellationToken), "certificate.pdf", keep: download is true);
}
