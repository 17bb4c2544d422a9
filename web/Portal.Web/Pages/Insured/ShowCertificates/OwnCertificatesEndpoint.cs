using Portal.ServiceDefaults.Tokens;
using Portal.Web.Api.Certificates;
using Portal.Web.Components.Tables;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Insured.ShowCertificates;

/// <summary>The client's certificates, to see, print and send on.</summary>
internal static class OwnCertificatesEndpoint
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
        Guid account, HttpRequest request, CertificateApi certificates, CancellationToken cancellationToken)
    {
        var address = TableAddress.Of(request);
        var delivery = address["delivery"] is { } state && DeliveryStates.Contains(state) ? state : null;
        var found = await certificates.CertificatesAsync(
            account, address["search"], delivery, address.Cursor, cancellationToken);
        return found.Refused
            ? found.Problem.ToPage()
            : PageResult.Of<OwnCertificatesPage>(new { Certificates = found.Value, Address = address });
    }

    private static async Task<IResult> GetAsync(
        Guid certificate, CertificateApi certificates, CancellationToken cancellationToken)
    {
        var found = await certificates.CertificateAsync(certificate, cancellationToken);
        return found.Refused
            ? found.Problem.ToPage()
            : PageResult.Of<OwnCertificatePage>(new { Certificate = found.Value });
    }

    private static async Task<IResult> DocumentAsync(
        Guid certificate, bool? download, HttpContext http, CertificateApi certificates,
        CancellationToken cancellationToken) =>
        PdfResult.Of(
            http,
            await certificates.DocumentAsync(certificate, cancellationToken),
            "certificate.pdf",
            keep: download is true);
}
