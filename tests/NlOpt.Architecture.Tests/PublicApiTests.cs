using System.Reflection;
using FluentAssertions;
using PublicApiGenerator;
using Xunit;

namespace NlOpt.Architecture.Tests;

/// <summary>
/// The public API of each library is a golden file, so that a change of it is seen in review. To accept changes, run the tests with
/// <c>NLOPT_ACCEPT=1</c> and commit the files.
/// </summary>
public class PublicApiTests
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,
        ExcludeAttributes =
        [
            "System.Runtime.CompilerServices.CompilerGeneratedAttribute", "System.Runtime.CompilerServices.IsReadOnlyAttribute",
            "System.Diagnostics.DebuggerDisplayAttribute", "System.Text.Json.Serialization.JsonPropertyNameAttribute",
        ],
    };

    public static TheoryData<string> Libraries => [.. Repository.Libraries.Select(path => Path.GetFileNameWithoutExtension(path)!)];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void The_public_API_is_the_accepted_one(string library)
    {
        var golden = Path.Combine(Repository.Root, "tests", "NlOpt.Architecture.Tests", "PublicApi", library + ".txt");
        var actual = Assembly.Load(library).GeneratePublicApi(Options).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("NLOPT_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(golden)!);
            File.WriteAllText(golden, actual);
        }

        var expected = File.Exists(golden) ? File.ReadAllText(golden).ReplaceLineEndings("\n") : "";
        if (actual != expected) File.WriteAllText(Path.ChangeExtension(golden, ".received.txt"), actual);
        actual.Should().Be(expected, "a changed API is accepted by running the tests with NLOPT_ACCEPT=1 and committing {0}", golden);
    }
}
