using Portal.ServiceDefaults.Tokens;
using Portal.Web.Context;

namespace Portal.Web.Components.Frame;

/// <summary>Where one can go from every page, by what the visitor may see there.</summary>
internal static class Navigation
{
    public static IEnumerable<NavigationItem> For(PageContext context) =>
        context.IsStaff ? ForStaff(context) : ForAccount($"/a/{context.Account}");

    private static IEnumerable<NavigationItem> ForStaff(PageContext context)
    {
        yield return new NavigationItem("Clients", "/clients");
        if (context.May(Scopes.ImportsWrite))
        {
            yield return new NavigationItem("Import", "/imports");
        }

        if (context.May(Scopes.AgencyRead))
        {
            yield return new NavigationItem("Settings", "/settings");
        }
    }

    private static IEnumerable<NavigationItem> ForAccount(string account)
    {
        yield return new NavigationItem("Home", account) { Exact = true };
        yield return new NavigationItem("Policies", account + "/policies");
        yield return new NavigationItem("Certificates", account + "/certificates");
        yield return new NavigationItem("Access", account + "/access");
    }
}
