using Portal.ServiceDefaults.Tokens;
using Portal.Web.Components.Tables;
using Portal.Web.Pages.Errors;
using Portal.Web.Services;
using Portal.Web.Services.Accounts;
using Portal.Web.Services.Certificates;

namespace Portal.Web.Pages.ClientDetails;

/// <summary>The client's certificates, and each with its PDF in the page.</summary>
internal static class CertificateEndpoints
{
    private static readonly string[] DeliveryStates = ["pending", "delivered", "failed"];

    public static void MapCertificates(this IEndpointRouteBuilder client)
    {
        var certificates = client.MapGroup("/certificates").RequireScope(Scopes.CertificatesRead);
        certificates.MapGet("", ListAsync);
        certificates.MapGet("/{certificate:guid}", GetAsync);
        certificates.MapGet("/{certificate:guid}/document", DocumentAsync);
    }

    private static async Task<IResult> ListAsync(
        Guid id, HttpRequest request, AccountClient accounts, CertificateClient certificates, CancellationToken cancellationToken)
    {
        var address = TableAddress.Of(request);
        var delivery = address["delivery"] is { } state && DeliveryStates.Contains(state) ? state : null;
        var (account, found) = await Both.Of(
            accounts.GetAsync(id, cancellationToken),
            certificates.CertificatesAsync(id, address["search"], delivery, address.Cursor, cancellationToken));
        return (account.Refusal ?? found.Refusal) is { } refusal
            ? refusal.ToPage()
            : Page.Of<CertificatesPage>(new { Account = account.Value, Certificates = found.Value, Address = address });
    }

    private static async Task<IResult> GetAsync(
        Guid id, Guid certificate, AccountClient accounts, CertificateClient certificates, CancellationToken cancellationToken)
    {
        var (account, found) = await Both.Of(
            accounts.GetAsync(id, cancellationToken), OfClientAsync(id, certificate, certificates, cancellationToken));
        return (account.Refusal ?? found.Refusal) is { } refusal
            ? refusal.ToPage()
            : Page.Of<CertificatePage>(new { Account = account.Value, Certificate = found.Value });
    }

    private static async Task<IResult> DocumentAsync(
        Guid id, Guid certificate, bool? download, HttpContext http, CertificateClient certificates, CancellationToken cancellationToken)
    {
        var found = await OfClientAsync(id, certificate, certificates, cancellationToken);
        return found.Refused
            ? Pdf.Refused(http, found.Refusal, keep: download is true)
            : Pdf.Of(http, await certificates.DocumentAsync(certificate, cancellationToken), "certificate.pdf", keep: download is true);
    }

    /// <summary>The certificate where it is the client's; another client's stands under that client's address alone.</summary>
    private static async Task<Answer<Certificate>> OfClientAsync(
        Guid client, Guid id, CertificateClient certificates, CancellationToken cancellationToken)
    {
        var found = await certificates.CertificateAsync(id, cancellationToken);
        return found.Refused || found.Value.ClientId == client
            ? found
            : new Answer<Certificate>(new Refusal { Status = StatusCodes.Status404NotFound });
    }
}
