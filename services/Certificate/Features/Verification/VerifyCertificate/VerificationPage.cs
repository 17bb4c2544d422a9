using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Certificates.Domain.Certificates;

namespace Portal.Certificates.Features.Verification.VerifyCertificate;

/// <summary>The verification page: one small document without scripts or requests to anywhere.</summary>
internal static class VerificationPage
{
    private const string Style = """
        :root{color-scheme:light dark;--paper:#fff;--ink:#14181d;--line:#d5dae1;--quiet:#5a6675;--good:#11693f;--warn:#8a4b00}
        @media (prefers-color-scheme:dark){:root{--paper:#121518;--ink:#eef1f4;--line:#3a4350;--quiet:#a5b0be;--good:#5fd39a;--warn:#f0b35e}}
        html{background:var(--paper);color:var(--ink)}body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:12vh auto 4rem;padding:0 1.25rem}
        h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1rem;margin:1.5rem 0 .5rem}ul{margin:0;padding-left:1.1rem}p{margin:.25rem 0 1rem}.quiet{color:var(--quiet);font-size:.9rem}
        .good{color:var(--good)}.warn{color:var(--warn)}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:.5rem 1.5rem;border-block:1px solid var(--line);padding:1rem 0;margin:1.5rem 0}
        dt{color:var(--quiet)}dd{margin:0;font-weight:600;overflow-wrap:anywhere}
        """;

    /// <summary>Allows the page its own style and nothing else.</summary>
    public static string ContentSecurityPolicy { get; } =
        "default-src 'none'; style-src "
        + $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The page for a certificate, or for a code that none carries.</summary>
    public static ContentHttpResult For(Verification? verification) => verification is null
        ? Page("Not found", Unknown, StatusCodes.Status404NotFound)
        : Page("Certificate verification", Known(verification), StatusCodes.Status200OK);

    private const string Unknown = """
        <h1 class="warn">No certificate carries this code</h1>
        <p>Compare the address with the one printed on the certificate. If it is the same, ask the agency named on the
        certificate before you rely on it.</p>
        """;

    private static string Known(Verification verification)
    {
        var (tone, headline, meaning) = verification.Status switch
        {
            CertificateStatus.Current => (
                "good", "This certificate is current", "It is the newest that was issued to its holder."),
            CertificateStatus.Superseded => (
                "warn", "This certificate was superseded",
                "A newer revision was issued to its holder; ask for that one."),
            _ => (
                "warn", "This certificate has expired", "Every policy that it shows has passed its expiration date."),
        };
        var since = verification.Since.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture);
        var asOf = verification.AsOf.ToString("MM/dd/yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture);
        return $"""
            <h1 class="{tone}">{headline}</h1>
            <p>{meaning}</p>
            <dl><dt>Certificate</dt><dd>{Text(verification.Number)}</dd><dt>Revision</dt><dd>{verification.Revision}</dd>
            <dt>Insured</dt><dd>{Text(verification.Insured)}</dd><dt>Since</dt><dd><time datetime="{verification.Since:yyyy-MM-dd}">{since}</time></dd>
            <dt>As of</dt><dd><time datetime="{verification.AsOf:O}">{asOf}</time></dd></dl>
            <h2>What this page does not say</h2>
            <ul class="quiet"><li>What a policy covers, excludes or has paid: ask the insured for the policy itself.</li>
            <li>That a policy was not cancelled before its end, or that its premium was paid: ask the agency on the certificate.</li>
            <li>That your copy is unaltered: compare its number, revision and insured with those above.</li>
            <li>Anything that amends, extends or alters a policy.</li></ul>
            """;
    }

    private static ContentHttpResult Page(string title, string body, int status) => TypedResults.Content(
        $"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
        <meta name="robots" content="noindex"><title>{title}</title><style>{Style}</style></head>
        <body><main>
        {body}
        </main></body></html>
        """,
        "text/html; charset=utf-8",
        Encoding.UTF8,
        status);

    private static string Text(string value) => HtmlEncoder.Default.Encode(value);
}
