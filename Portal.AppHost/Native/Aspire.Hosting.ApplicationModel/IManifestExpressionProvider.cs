namespace Aspire.Hosting.ApplicationModel;

/// <summary>How a value is named in a description of the system, such as <c>{policydb.connectionString}</c>.</summary>
public interface IManifestExpressionProvider
{
    string ValueExpression { get; }
}
