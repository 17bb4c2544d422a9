using System.Net;
using Portal.Identity.Domain.Agencies;
using Portal.ServiceDefaults.Colors;

namespace Portal.Identity.Features.Agencies.ManageSettings;

/// <summary>The way into the Client Center for the agency's own site.</summary>
/// <param name="Url">Address of the agency's sign-in page.</param>
/// <param name="Snippet">
/// HTML to put into a page: a plain link, without script or frame, that looks like a button.
/// </param>
internal sealed record LoginLinkResponse(string Url, string Snippet)
{
    public static LoginLinkResponse Of(Agency agency, string issuer)
    {
        var url = $"{issuer.TrimEnd('/')}/sign-in/{Uri.EscapeDataString(agency.Slug)}";
        var color = agency.Settings.Accent is { } accent ? Rgb.Parse(accent) : Rgb.PortalAccent;
        var style = "display:inline-block;padding:.6em "
            + $"1.2em;border-radius:.3em;background:{color};color:{color.Ink};font-family:sans-serif;text-decoration:none";
        return new LoginLinkResponse(
            url,
            $"<a href=\"{WebUtility.HtmlEncode(url)}\" style=\"{style}\">Client login: "
            + $"{WebUtility.HtmlEncode(agency.Details.Name)}</a>");
    }
}
