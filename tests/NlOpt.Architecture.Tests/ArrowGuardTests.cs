using System.Diagnostics;
using FluentAssertions;
using Xunit;

namespace NlOpt.Architecture.Tests;

/// <summary>
/// The build itself must fail on a reference that points upwards: scratch projects in a folder of their own import the guard of this
/// repository and are built by the real SDK.
/// </summary>
public sealed class ArrowGuardTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("nlopt-arrows-").FullName;

    public ArrowGuardTests()
    {
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            File.Copy(Path.Combine(Repository.Root, file), Path.Combine(_root, file));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void References_go_down_or_stay_in_the_room()
    {
        var projects = new[]
        {
            Project("Formulation/Low"),
            Project("Formulation/Neighbour", "Formulation/Low"),
            Project("Solvers/Middle", "Formulation/Low"),
            Project("Pipeline/Library", "Solvers/Middle", "Formulation/Low"),
            Project("eval/Experiment", "Pipeline/Library"),
            Host("Pipeline/Host", "eval/Experiment", "Pipeline/Library"),
            Project("tests/Low.Tests", "Formulation/Low", "Pipeline/Host"),
        };
        Check(projects).Should().BeEmpty();
    }

    [Fact]
    public void References_upwards_or_between_strangers_fail_the_build()
    {
        var wrong = new[]
        {
            Project("Formulation/UpToSolvers", "Solvers/Middle"),
            Project("Solvers/UpToPipeline", "Pipeline/Library"),
            Project("Datasets/Stranger", "Dialogue/Talk"),
            Project("Pipeline/UpToEval", "eval/Experiment"),
            Project("eval/UpToTests", "tests/Low.Tests"),
            Host("Pipeline/HostUpToTests", "tests/Low.Tests"),
            Project("Elsewhere/NoRoom"),
        };
        Check(wrong).Should().BeEquivalentTo(wrong.Select(Path.GetFileNameWithoutExtension));
    }

    [Fact]
    public void The_guard_runs_as_part_of_an_ordinary_build()
    {
        Project("Solvers/Middle");
        var (exitCode, output) = Run("build", Project("Formulation/Up", "Solvers/Middle"), "-nodeReuse:false", "-p:NuGetAudit=false");
        exitCode.Should().NotBe(0);
        output.Should().Contain("NLOPT001").And.Contain("Up (Formulation) may not reference Middle (Solvers)");
    }

    private string Host(string path, params string[] references) => Write(path, "<OutputType>Exe</OutputType>", references);

    private string Project(string path, params string[] references) => Write(path, "", references);

    private string Write(string path, string property, string[] references)
    {
        var file = Path.Combine(_root, path, Path.GetFileName(path) + ".csproj");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var items = references.Select(reference => $"""<ProjectReference Include="../../{reference}/{Path.GetFileName(reference)}.csproj" />""");
        File.WriteAllText(file, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework>{property}</PropertyGroup>
              <ItemGroup>{string.Concat(items)}</ItemGroup>
            </Project>
            """);
        return file;
    }

    /// <summary>Runs the guard alone over all projects in one process; gives the names of those that fail it.</summary>
    private string[] Check(string[] projects)
    {
        var all = Path.Combine(_root, "all.proj");
        var calls = projects.Select(project => $"""<MSBuild Projects="{project}" Targets="CheckRoomArrows" ContinueOnError="true" />""");
        File.WriteAllText(all, $"""<Project><Target Name="Check">{string.Concat(calls)}</Target></Project>""");
        var (_, output) = Run("msbuild", all, "-t:Check", "-nodeReuse:false", "-v:quiet");
        return [.. projects.Select(project => Path.GetFileNameWithoutExtension(project)).Where(name =>
            output.Split('\n').Any(line => line.Contains("NLOPT001", StringComparison.Ordinal)
                && (line.Contains($": {name} (", StringComparison.Ordinal) || line.Contains($": {name} lies outside", StringComparison.Ordinal))))];
    }

    private (int ExitCode, string Output) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = _root, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
