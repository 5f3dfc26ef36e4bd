using System.Reflection;
using System.Xml.Linq;
using FluentAssertions;
using Xunit;

namespace NlOpt.Architecture.Tests;

/// <summary>The folders and projects are those of docs/explanation/architecture.md.</summary>
public class LayoutTests
{
    private static readonly Dictionary<string, string[]> Rooms = new()
    {
        ["Formulation"] = ["NlOpt.Modeling", "NlOpt.Formulation", "NlOpt.Understanding", "NlOpt.LanguageModels"],
        ["Solvers"] =
        [
            "NlOpt.Solving", "NlOpt.Solving.OrTools", "NlOpt.Policies", "NlOpt.Policies.Sddp", "NlOpt.Policies.Tsddr", "NlOpt.Policies.Onnx",
            "NlOpt.Policies.Ilgpu",
        ],
        ["Dialogue"] = ["NlOpt.Dialogue", "NlOpt.Dialogue.Simulation"],
        ["Datasets"] = ["NlOpt.Datasets", "NlOpt.Datasets.Generation"],
        ["Pipeline"] = ["NlOpt.Pipeline", "NlOpt.Agents", "NlOpt.Tools", "NlOpt.Cli"],
        ["eval"] = ["NlOpt.Evaluation", "NlOpt.Benchmarks"],
        ["tests"] =
        [
            "NlOpt.Formulation.Tests", "NlOpt.Solvers.Tests", "NlOpt.Dialogue.Tests", "NlOpt.Datasets.Tests", "NlOpt.Pipeline.Tests",
            "NlOpt.Evaluation.Tests", "NlOpt.Conformance", "NlOpt.Architecture.Tests",
        ],
    };

    [Fact]
    public void Every_project_lies_in_its_room_under_its_own_name()
    {
        foreach (var project in Repository.Projects)
        {
            var name = Path.GetFileNameWithoutExtension(project);
            var parts = Path.GetRelativePath(Repository.Root, project).Split('/');
            parts.Should().HaveCount(3, "a project is room/name/name.csproj");
            parts[1].Should().Be(name);
            Rooms.Should().ContainKey(parts[0]);
            Rooms[parts[0]].Should().Contain(name, "the design names the projects of the room {0}", parts[0]);
        }
    }

    [Fact]
    public void The_solution_holds_every_project_under_its_room()
    {
        var solution = Solution.Read();
        var projects = Repository.Projects.Select(path => Path.GetRelativePath(Repository.Root, path)).ToArray();
        solution.Keys.Should().BeEquivalentTo(projects);
        foreach (var (path, folder) in solution) folder.Should().Be(path.Split('/')[0], "{0} belongs under its room", path);
    }

    /// <summary>Simulated users hold the hidden problem: an agent that could see them would be no test of anything.</summary>
    [Fact]
    public void Agents_cannot_see_simulated_users()
    {
        var project = XDocument.Load(Path.Combine(Repository.Root, "Dialogue", "NlOpt.Dialogue", "NlOpt.Dialogue.csproj"));
        project.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))
            .Should().NotContain("NlOpt.Dialogue.Simulation");
        Assembly.Load("NlOpt.Dialogue").GetReferencedAssemblies().Select(reference => reference.Name).Should().NotContain("NlOpt.Dialogue.Simulation");
    }

    [Fact]
    public void Every_room_says_what_it_is_for()
    {
        foreach (var room in Rooms.Keys) File.Exists(Path.Combine(Repository.Root, room, "README.md")).Should().BeTrue("{0} needs a README.md", room);
    }

    [Fact]
    public void No_project_holds_a_package_version_of_its_own()
    {
        foreach (var project in Repository.Projects)
        {
            var versions = XDocument.Load(project).Descendants("PackageReference").Where(reference => reference.Attribute("Version") is not null);
            versions.Should().BeEmpty("versions stand in Directory.Packages.props, not in {0}", project);
        }
    }
}
