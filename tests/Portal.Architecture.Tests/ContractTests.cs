using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Architecture.Tests.Support;
using Portal.ServiceDefaults;

namespace Portal.Architecture.Tests;

/// <summary>What the services tell each other: shapes that survive a version and a language.</summary>
public sealed class ContractTests
{
    private static readonly Type[] Plain =
        [
            typeof(string), typeof(bool), typeof(int), typeof(long), typeof(decimal), typeof(Guid), typeof(DateOnly),
            typeof(DateTimeOffset),
        ];

    private static readonly NullabilityInfoContext Nullability = new();

    public static TheoryData<Type> Records() => [.. House.Contracts.GetExportedTypes().Where(type => !type.IsEnum)];

    [Theory]
    [MemberData(nameof(Records))]
    public void A_contract_is_a_sealed_record_of_its_own(Type contract)
    {
        Assert.True(contract.IsSealed, $"{contract.Name} is open to inheritance.");
        Assert.NotNull(contract.GetMethod("<Clone>$"));
        Assert.Equal(typeof(object), contract.BaseType);
        Assert.StartsWith("Portal.Contracts.", contract.Namespace, StringComparison.Ordinal);
        Assert.Empty(contract.GetFields(BindingFlags.Public | BindingFlags.Instance));
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void A_property_of_a_contract_is_set_once_and_required_unless_it_can_be_null(Type contract)
    {
        foreach (var property in contract.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var name = $"{contract.Name}.{property.Name}";
            var required = property.IsDefined(typeof(RequiredMemberAttribute));
            var nullable = Nullability.Create(property).WriteState == NullabilityState.Nullable;
            var modifiers = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers() ?? [];
            Assert.True(modifiers.Contains(typeof(IsExternalInit)), $"{name} is not init only.");
            Assert.True(required != nullable, $"{name} must be either required or nullable.");
        }
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void A_contract_carries_primitives_and_contracts_alone(Type contract)
    {
        foreach (var property in contract.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            type = type.IsArray ? type.GetElementType()! : type;
            Assert.True(
                Plain.Contains(type) || type.Assembly == House.Contracts,
                $"{contract.Name}.{property.Name} is a {type}, which is neither a primitive nor a contract.");
        }
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void A_contract_comes_back_from_JSON_as_it_was(Type contract)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web).UsePortalConventions();
        var json = JsonSerializer.Serialize(Samples.Of(contract), contract, options);

        var back = JsonSerializer.Deserialize(json, contract, options);

        Assert.Equal(json, JsonSerializer.Serialize(back, contract, options));
        Assert.DoesNotContain(":null", json, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void A_message_that_knows_more_or_leaves_out_what_can_be_null_is_still_read(Type contract)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web).UsePortalConventions();
        var message = (JsonObject)JsonSerializer.SerializeToNode(Samples.Of(contract), contract, options)!;
        message["addedByANewerVersion"] = new JsonObject { ["a"] = 1 };
        foreach (var property in contract.GetProperties()
                .Where(property => !property.IsDefined(typeof(RequiredMemberAttribute))))
        {
            message.Remove(JsonNamingPolicy.CamelCase.ConvertName(property.Name));
        }

        Assert.NotNull(message.Deserialize(contract, options));
    }

    [Fact]
    public void Contracts_stand_on_nothing_of_the_house() => Assert.DoesNotContain(
        House.Contracts.GetReferencedAssemblies(), reference => reference.Name!.StartsWith(
            "Portal.", StringComparison.Ordinal));
}
