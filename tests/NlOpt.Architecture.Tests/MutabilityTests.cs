using System.Reflection;
using FluentAssertions;
using Xunit;

namespace NlOpt.Architecture.Tests;

/// <summary>Public types are immutable, or stand in the list below with the reason.</summary>
public class MutabilityTests
{
    private static readonly Dictionary<string, string> Mutable = new()
    {
        ["NlOpt.Modeling.ModelBuilder"] = "a builder",
        ["NlOpt.Dialogue.Elicitation.EmbeddedAgent"] = "takes part in one conversation and remembers it",
        ["NlOpt.Dialogue.Simulation.Users.ScriptedUser"] = "takes part in one conversation and remembers it",
        ["NlOpt.Evaluation.DialogueFolder"] = "a folder on disk",
        ["NlOpt.Evaluation.MeteredChatClient"] = "counts what is used while it is used",
        ["NlOpt.Evaluation.StoppingFormulator"] = "remembers why it stopped a run",
        ["NlOpt.Formulation.JsonPart"] = "remembers which of its properties were read",
        ["NlOpt.Policies.Scenarios.RandomNumbers"] = "a stream of random numbers, whose position moves",
        ["NlOpt.LanguageModels.Budget.BudgetMeter"] = "counts what is used",
        ["NlOpt.Solving.ProblemChanges"] = "collects what changed between two solves of a session",
    };

    private static readonly Type[] MutableCollections =
    [
        typeof(List<>), typeof(IList<>), typeof(Dictionary<,>), typeof(IDictionary<,>), typeof(HashSet<>), typeof(ISet<>), typeof(ICollection<>),
    ];

    [Fact]
    public void Public_types_are_immutable_or_listed()
    {
        var found = Repository.Libraries
            .SelectMany(path => Assembly.Load(Path.GetFileNameWithoutExtension(path)).ExportedTypes)
            .Where(type => (type.IsClass || type.IsValueType) && !type.IsEnum && !typeof(Delegate).IsAssignableFrom(type) && IsMutable(type))
            .Select(type => type.FullName!);
        found.Should().BeEquivalentTo(Mutable.Keys, "a type is immutable, or listed here with the reason");
    }

    private static bool IsMutable(Type type)
    {
        const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        return type.GetFields(Instance).Any(field => !field.IsInitOnly || IsMutableCollection(field.FieldType) && !field.IsPrivate)
            || type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
                .Any(property => IsMutableCollection(property.PropertyType));
    }

    private static bool IsMutableCollection(Type type) =>
        type.IsArray || type.IsGenericType && MutableCollections.Contains(type.GetGenericTypeDefinition());
}
