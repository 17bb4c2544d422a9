using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Certificates.Domain;
using Portal.Certificates.Features.IssueCertificates;
using Portal.Certificates.Features.ReadCertificates;
using Portal.Certificates.Features.ReadHolders;
using Portal.Certificates.Storage;
using Portal.ServiceDefaults.Agencies;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Certificates.Features.PreviewRenewal;

/// <summary>What a renewal would do here, before anybody does it: who gets a certificate, and how one looks.</summary>
internal static class PreviewRenewalEndpoints
{
    private const int MostPolicies = 100;

    public static void MapPreviewRenewal(this IEndpointRouteBuilder api)
    {
        api.MapGet("/api/v1/renewal-recipients", ListAsync)
            .RequireScope(Scopes.HoldersRead).WithTags("Renewals")
            .WithName("ListRenewalRecipients").WithSummary("Holders that would get a certificate when policies renew, and those that would not, and why");
        api.MapPost("/api/v1/certificate-previews", PreviewAsync)
            .RequireScope(Scopes.PoliciesWrite).WithTags("Renewals")
            .WithName("PreviewCertificate").WithSummary("A certificate as it would look, marked as a preview; nothing is issued")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/pdf");
    }

    private static async Task<Results<Ok<RecipientListResponse>, ProblemHttpResult>> ListAsync(
        [AsParameters] RecipientQuery query, CertificateDb db, HolderLookups lookups, CancellationToken cancellationToken)
    {
        if (query.Policies.Length is 0 or > MostPolicies)
        {
            return new FieldOutOfRange("policy", $"Name 1 to {MostPolicies} policies of the client: ?client={{id}}&policy={{id}}&policy={{id}}.").ToProblem();
        }

        HolderCursor? after = null;
        if (query.Cursor is not null && !Cursor.TryDecode(query.Cursor, out after))
        {
            return new InvalidCursor { Field = "cursor" }.ToProblem();
        }

        var shares = db.Shares.AsNoTracking();
        var all = await shares.CountAsync(share => share.AccountId == query.Client, cancellationToken);
        var receiving = await shares.ReceivingRenewalOf(query.Client, query.Policies).CountAsync(cancellationToken);
        var limit = Cursor.ClampLimit(query.Limit);
        var rows = await new HolderExportQuery().Filter(query.Of(shares), after).Take(limit + 1).ToListAsync(cancellationToken);
        var page = Cursor.ToPage(
            await lookups.OfAsync(rows, cancellationToken), limit, row => Row(row, query.Policies), row => new HolderCursor(row.Name, row.CertificateNumber));
        return TypedResults.Ok(new RecipientListResponse(receiving, all - receiving, page.Items, page.Next));
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> PreviewAsync(
        CertificatePreviewRequest request, CertificateDb db, CertificateComposer composer, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!request.IsWhole())
        {
            return new PreviewIncomplete().ToProblem();
        }

        var id = new ShareId(request.ShareId);
        if (await db.Shares.AsNoTracking().SingleOrDefaultAsync(share => share.Id == id, cancellationToken) is not { } share)
        {
            return new ShareNotFound { Field = "shareId" }.ToProblem();
        }

        if (!request.Policies.Any(policy => share.PolicyIds.Contains(policy.PolicyId)))
        {
            return new NothingShown { Field = "policies" }.ToProblem();
        }

        // Whoever is bounded to an account reads no agency, but its certificates show who made them.
        return await db.Agencies.IgnoreQueryFilters([AgencyScope.AccountFilter]).AsNoTracking()
            .SingleOrDefaultAsync(agency => agency.Id == share.AgencyId, cancellationToken) is { } agency
            ? TypedResults.File(composer.Preview(share, request.Insured, request.Policies, agency.State, time.GetUtcNow()), "application/pdf")
            : new AgencyUnavailable().ToProblem();
    }

    private static RecipientResponse Row(HolderResponse holder, Guid[] renewed)
    {
        var reason = !holder.Policies.Any(policy => renewed.Contains(policy.Id)) ? RecipientReason.NotShownThese
            : holder.ReceivesRenewals ? RecipientReason.Receives
            : RecipientReason.ReceivesNoRenewals;
        return new RecipientResponse(
            holder.Id, new CertificateHolderResponse(holder.Name, holder.Email), holder.Policies, reason == RecipientReason.Receives, reason);
    }
}
