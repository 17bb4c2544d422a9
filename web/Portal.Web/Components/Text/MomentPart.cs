namespace Portal.Web.Components.Text;

/// <summary>What of an instant is shown.</summary>
public enum MomentPart
{
    Both,
    Date,
    Time,
}
