using Portal.ServiceDefaults.Tokens;
using Portal.Web.Visits;

namespace Portal.Web.Components.Frame;

/// <summary>Where one can go from every page, by what the visitor may see there.</summary>
internal static class Navigation
{
    public static IEnumerable<NavigationItem> For(Visit visit) => visit.IsStaff ? ForStaff(visit) : ForAccount($"/a/{visit.Account}");

    private static IEnumerable<NavigationItem> ForStaff(Visit visit)
    {
        yield return new NavigationItem("Clients", "/clients");
        if (visit.May(Scopes.ImportsWrite))
        {
            yield return new NavigationItem("Import", "/imports");
        }

        if (visit.May(Scopes.AgencyRead))
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
