using System.Text;
using FluentAssertions;
using NlOpt.Modeling;
using NlOpt.Policies.Problems;
using NlOpt.Policies.Sddp;
using NlOpt.Policies.Sddp.Files;
using NlOpt.Policies.Training;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Solvers.Tests.Sddp;

public sealed class SddpFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nlopt-sddp-");
    private readonly MultistageProblem _problem = HydroValley.Make(hasRain: true, hasMarkovPrices: false);

    private string PolicyPath => Path.Combine(_folder.FullName, "policy.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(CutKind.Single)]
    [InlineData(CutKind.Multiple)]
    public void Policy_survives_its_file(CutKind kind)
    {
        var policy = Train(new SddpOptions { CutKind = kind }, new TrainingRequest { MaximumUpdates = 5 });
        policy.Save(PolicyPath).IsSuccess.Should().BeTrue();
        var loaded = SddpPolicy.Load(PolicyPath, _problem, OrToolsSolvers.Clp).Value;
        (loaded.Iterations, loaded.Bound).Should().Be((policy.Iterations, policy.Bound));
        loaded.CostToGo(0, [150, 120, 1, 0]).Should().Be(policy.CostToGo(0, [150, 120, 1, 0]));
        var again = PolicyPath + "2";
        loaded.Save(again).IsSuccess.Should().BeTrue();
        File.ReadAllBytes(again).Should().Equal(File.ReadAllBytes(PolicyPath));
        _folder.GetFiles().Should().HaveCount(2, "unfinished files are gone");
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(11)]
    public void Resumed_training_writes_the_bytes_of_the_uninterrupted_one(int cut)
    {
        var options = new SddpOptions { SelectionInterval = 4, RefreshInterval = 2, Paths = 2, Stalling = null };
        var request = new TrainingRequest { Seed = 5, MaximumUpdates = 12, Threads = 1 };
        Train(options, request).Save(PolicyPath);
        var whole = File.ReadAllBytes(PolicyPath);
        request = request with { CheckpointFolder = _folder.FullName };
        Train(options, request with { MaximumUpdates = cut, Threads = 4 });
        Train(options, request with { Resume = true, Threads = 3 }).Save(PolicyPath);
        File.ReadAllBytes(PolicyPath).Should().Equal(whole);
    }

    [Fact]
    public void Checkpoint_is_a_policy_too()
    {
        var request = new TrainingRequest { MaximumUpdates = 3, CheckpointFolder = _folder.FullName };
        var policy = Train(new SddpOptions(), request);
        var loaded = SddpPolicy.Load(Path.Combine(_folder.FullName, SddpTrainer.CheckpointFile), _problem, OrToolsSolvers.Clp).Value;
        loaded.Bound.Should().Be(policy.Bound);
    }

    [Fact]
    public void Training_of_other_settings_is_not_resumed()
    {
        var request = new TrainingRequest { MaximumUpdates = 3, CheckpointFolder = _folder.FullName, Resume = true };
        Train(new SddpOptions(), request);
        foreach (var (options, changed) in new[] { (new SddpOptions { Paths = 2 }, request), (new SddpOptions(), request with { Seed = 9 }) })
        {
            var refused = new SddpTrainer(OrToolsSolvers.Clp, options).Train(_problem, changed);
            refused.Diagnostics.Should().ContainSingle().Which.Code.Should().Be("sddp.other-training");
        }
    }

    [Fact]
    public void Policy_of_another_problem_is_refused()
    {
        Train(new SddpOptions(), new TrainingRequest { MaximumUpdates = 1 }).Save(PolicyPath);
        Load(HydroValley.Make(hasRain: false, hasMarkovPrices: false)).Code.Should().Be("sddp.other-problem");
    }

    [Fact]
    public void Changed_number_is_noticed()
    {
        Train(new SddpOptions(), new TrainingRequest { MaximumUpdates = 1 }).Save(PolicyPath);
        var text = File.ReadAllText(PolicyPath);
        File.WriteAllText(PolicyPath, text.Replace("\"intercept\":-", "\"intercept\":-1", StringComparison.Ordinal));
        Load(_problem).Should().Match<Diagnostic>(diagnostic => diagnostic.Code == "sddp.file-broken" && diagnostic.Message.Contains("checksum"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1, 2]")]
    [InlineData("null")]
    [InlineData("{\"format\":\"nlopt-sddp\",\"version\":2}")]
    public void Other_text_is_refused(string text)
    {
        File.WriteAllText(PolicyPath, text, new UTF8Encoding(false));
        var diagnostic = Load(_problem);
        diagnostic.Code.Should().Be("sddp.file-broken");
        diagnostic.Location!.Source.Should().Be(PolicyPath);
    }

    /// <summary>Anybody can compute a checksum.</summary>
    [Theory]
    [InlineData("no stages")]
    [InlineData("short state")]
    [InlineData("long slopes")]
    [InlineData("part")]
    [InlineData("later iteration")]
    public void File_that_does_not_fit_the_problem_is_refused(string fault)
    {
        var policy = Train(new SddpOptions(), new TrainingRequest { MaximumUpdates = 1 });
        policy.Save(PolicyPath);
        var record = SddpFile.Read(PolicyPath, _problem).Value;
        var point = record.Points[0][0];
        var wrong = fault switch
        {
            "short state" => point with { State = point.State[1..] },
            "long slopes" => point with { Cuts = [point.Cuts[0] with { Slopes = point.Cuts[0].Slopes.Add(1) }] },
            "part" => point with { Cuts = [point.Cuts[0] with { Part = 0 }] },
            _ => point with { Iteration = 2 },
        };
        record = record with { Points = fault == "no stages" ? [] : record.Points.SetItem(0, [wrong]) };
        SddpFile.Write(PolicyPath, _problem, record).Should().BeNull();
        Load(_problem).Code.Should().Be("sddp.file-broken");
    }

    [Fact]
    public void Missing_file_is_one_clear_sentence() => Load(_problem).Code.Should().Be("sddp.file-unreadable");

    [Fact]
    public void Unwritable_file_is_a_diagnostic() =>
        Train(new SddpOptions(), new TrainingRequest { MaximumUpdates = 1 }).Save(Path.Combine(_folder.FullName, "none", "policy.json"))
            .Diagnostics.Should().ContainSingle().Which.Code.Should().Be("sddp.file-unwritable");

    private Diagnostic Load(MultistageProblem problem) =>
        SddpPolicy.Load(PolicyPath, problem, OrToolsSolvers.Clp).Diagnostics.Should().ContainSingle().Subject;

    private SddpPolicy Train(SddpOptions options, TrainingRequest request) =>
        (SddpPolicy)new SddpTrainer(OrToolsSolvers.Clp, options).Train(_problem, request).Value.Policy;
}
