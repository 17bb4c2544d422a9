using Portal.ServiceDefaults.Tokens;
using Portal.Web.Api;
using Portal.Web.Api.Accounts;
using Portal.Web.Api.Certificates;
using Portal.Web.Components.Tables;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Broker.ShowCertificates;

/// <summary>The client's certificates, and each with its PDF in the page.</summary>
internal static class CertificatesEndpoint
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
        Guid id, HttpRequest request, AccountApi accounts, CertificateApi certificates,
        CancellationToken cancellationToken)
    {
        var address = TableAddress.Of(request);
        var delivery = address["delivery"] is { } state && DeliveryStates.Contains(state) ? state : null;
        var (account, found) = await ApiResults.BothAsync(
            accounts.GetAsync(id, cancellationToken),
            certificates.CertificatesAsync(id, address["search"], delivery, address.Cursor, cancellationToken));
        return (account.Problem ?? found.Problem) is { } problem
            ? problem.ToPage()
            : PageResult.Of<CertificatesPage>(
                new { Account = account.Value, Certificates = found.Value, Address = address });
    }

    private static async Task<IResult> GetAsync(
        Guid id, Guid certificate, AccountApi accounts, CertificateApi certificates,
        CancellationToken cancellationToken)
    {
        var (account, found) = await ApiResults.BothAsync(
            accounts.GetAsync(id, cancellationToken), OfClientAsync(id, certificate, certificates, cancellationToken));
        return (account.Problem ?? found.Problem) is { } problem
            ? problem.ToPage()
            : PageResult.Of<CertificatePage>(new { Account = account.Value, Certificate = found.Value });
    }

    private static async Task<IResult> DocumentAsync(
        Guid id, Guid certificate, bool? download, HttpContext http, CertificateApi certificates,
        CancellationToken cancellationToken)
    {
        var found = await OfClientAsync(id, certificate, certificates, cancellationToken);
        return found.Refused
            ? PdfResult.Refused(http, found.Problem, keep: download is true)
            : PdfResult.Of(
                http,
                await certificates.DocumentAsync(certificate, cancellationToken),
                "certificate.pdf",
                keep: download is true);
    }

    /// <summary>
    /// The certificate where it is the client's; another client's stands under that client's address alone.
    /// </summary>
    private static async Task<ApiResult<Certificate>> OfClientAsync(
        Guid client, Guid id, CertificateApi certificates, CancellationToken cancellationToken)
    {
        var found = await certificates.CertificateAsync(id, cancellationToken);
        return found.Refused || found.Value.ClientId == client
            ? found
            : new ApiResult<Certificate>(new ApiProblem { Status = StatusCodes.Status404NotFound });
    }
}
