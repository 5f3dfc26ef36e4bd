using System.Collections.Immutable;
using FluentAssertions;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Pipeline.Diagnosis;
using NlOpt.Solving;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Pipeline.Tests.Diagnosis;

/// <summary>A hundred generated problems with planted conflicts; what is claimed is checked by solving changed problems from scratch.</summary>
public class PlantedConflictTests
{
    private static readonly ReasonFinder Finder = new(OrToolsSolvers.Automatic);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 100)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_planted_conflict_is_found_and_mended(int seed)
    {
        var planted = new PlantedConflicts(seed);
        var problem = planted.Formulation;
        var report = Finder.WhyNoPlan(problem).Value;
        report.IsComplete.Should().BeTrue();
        report.Conflicts.Select(conflict => string.Join(' ', conflict.Statements)).Should()
            .BeEquivalentTo(planted.Expected.Select(set => string.Join(' ', set)), "no other set is irreducible");
        foreach (var conflict in report.Conflicts)
        {
            conflict.IsIrreducible.Should().BeTrue();
            ShouldBeIrreducible(problem, [.. conflict.Statements]);
            var others = report.Conflicts.Where(other => other != conflict).SelectMany(other => other.Statements).ToList();
            conflict.Repairs.Should().NotBeEmpty();
            foreach (var repair in conflict.Repairs)
            {
                repair.IsEnough.Should().Be(others.Count == 0);
                IsFeasible(Mended(problem, [repair], others)).Should().BeTrue(repair.Text);
                if (Lessened(problem, repair) is { } less) IsFeasible(Mended(problem, [less], others)).Should().BeFalse($"no smaller change than {repair} would do");
            }
        }

        report.Together.Should().NotBeEmpty();
        IsFeasible(Mended(problem, report.Together, [])).Should().BeTrue("the changes together must make a plan possible");
    }

    /// <summary>The same repair with its limit moved a little less far; null for repairs of other kinds.</summary>
    private static Repair? Lessened(ProblemFormulation problem, Repair repair)
    {
        if (repair is not { From: { } from, To: { } to } || problem.Statements[repair.StatementIndex] is not Statement.SingleVariable single) return null;
        var number = new SourcedNumber(to + (from - to) * 0.02);
        Limit? limit = single.Limit switch
        {
            Limit.AtMost => new Limit.AtMost(number),
            Limit.AtLeast => new Limit.AtLeast(number),
            _ => null,
        };
        return limit is null ? null : repair with { Repaired = single with { Limit = limit } };
    }

    private static void ShouldBeIrreducible(ProblemFormulation problem, ImmutableArray<int> set)
    {
        ProblemFormulation Only(IEnumerable<int> statements) => problem with { Statements = [.. statements.Select(index => problem.Statements[index])] };
        IsFeasible(Only(set)).Should().BeFalse("the set cannot hold together");
        foreach (var member in set) IsFeasible(Only(set.Remove(member))).Should().BeTrue($"without rule {member + 1} the others can hold");
    }

    private static ProblemFormulation Mended(ProblemFormulation problem, IEnumerable<Repair> repairs, IEnumerable<int> absent)
    {
        var statements = problem.Statements.ToBuilder();
        var gone = absent.ToHashSet();
        foreach (var repair in repairs)
        {
            if (repair.Repaired is { } repaired) statements[repair.StatementIndex] = repaired;
            else gone.Add(repair.StatementIndex);
        }

        return problem with { Statements = [.. statements.Where((_, index) => !gone.Contains(index))] };
    }

    private static bool IsFeasible(ProblemFormulation problem)
    {
        // Small amounts are always there, so that no problem is without end.
        var termination = Finder.Solve(problem with { Objective = problem.Objective with { Sense = ObjectiveSense.Minimize } }).Value.Result.Termination;
        termination.Should().BeOneOf(TerminationReason.Optimal, TerminationReason.Infeasible);
        return termination == TerminationReason.Optimal;
    }
}
