using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>One change of a formulation to try out.</summary>
public abstract record FormulationChange
{
    private FormulationChange()
    {
    }

    /// <summary>A further rule, which no text says.</summary>
    public sealed record Add(Statement Statement) : FormulationChange;

    /// <summary>Another number for the limit of a statement: its limit, share, count, difference or factor.</summary>
    /// <param name="StatementIndex">Position of the statement.</param>
    /// <param name="Number">The number.</param>
    public sealed record MoveLimit(int StatementIndex, double Number) : FormulationChange;

    /// <summary>A statement is put in the place of another, as a repair does.</summary>
    public sealed record Replace(int StatementIndex, Statement Statement) : FormulationChange;

    /// <summary>A statement is given up. Those behind it move up by one.</summary>
    public sealed record Remove(int StatementIndex) : FormulationChange;

    /// <summary>The formulation with this change.</summary>
    /// <returns>
    /// The changed formulation; or errors: <c>change.statement</c> when there is no such statement, <c>change.limit</c> when it has no single number
    /// to move, or those of the check (<c>formulation.*</c>).
    /// </returns>
    public Result<ProblemFormulation> Apply(ProblemFormulation formulation)
    {
        ArgumentNullException.ThrowIfNull(formulation);
        var statements = formulation.Statements;
        var position = this switch
        {
            MoveLimit(var index, _) => index,
            Replace(var index, _) => index,
            Remove(var index) => index,
            _ => (int?)null,
        };
        var changed = this switch
        {
            _ when position is { } place && (place < 0 || place >= statements.Length) =>
                Failure("change.statement", $"there is no rule {place + 1}", $"there are {statements.Length} rules"),
            Add(var statement) => Result.Success(formulation with { Statements = statements.Add(statement) }),
            MoveLimit(var index, var number) => Moved(formulation, index, number),
            Replace(var index, var statement) => Result.Success(formulation with { Statements = statements.SetItem(index, statement) }),
            Remove(var index) => Result.Success(Without(formulation, index)),
            _ => throw new InvalidOperationException("Unknown change."),
        };
        if (!changed.TryGetValue(out var result)) return changed;
        var errors = FormulationCheck.Check(result).Where(finding => finding.Severity == DiagnosticSeverity.Error).ToImmutableArray();
        return errors.IsEmpty ? changed : Result.Failure<ProblemFormulation>(errors);
    }

    private static Result<ProblemFormulation> Moved(ProblemFormulation formulation, int index, double number)
    {
        var statement = formulation.Statements[index];
        var value = new SourcedNumber(number);
        Limit? moved = StatementLimit.Of(statement) switch
        {
            Limit.AtMost => new Limit.AtMost(value),
            Limit.AtLeast => new Limit.AtLeast(value),
            Limit.Exactly => new Limit.Exactly(value),
            _ => null,
        };
        return moved is null
            ? Failure("change.limit", $"rule {index + 1} has no single number to change", "write the rule it should be, or leave it out")
            : Result.Success(formulation with { Statements = formulation.Statements.SetItem(index, StatementLimit.With(statement, moved)) });
    }

    /// <summary>The number ledger follows: numbers of the statement are set aside, those of later ones stay with them.</summary>
    private static ProblemFormulation Without(ProblemFormulation formulation, int index) => formulation with
    {
        Statements = formulation.Statements.RemoveAt(index),
        Ledger =
        [
            .. formulation.Ledger.Select(entry => entry.Use switch
            {
                NumberUse.InStatement(var used) when used == index => entry with { Use = new NumberUse.SetAside("its rule was left out") },
                NumberUse.InStatement(var used) when used > index => entry with { Use = new NumberUse.InStatement(used - 1) },
                _ => entry,
            }),
        ],
    };

    private static Result<ProblemFormulation> Failure(string code, string message, string remedy) =>
        Result.Failure<ProblemFormulation>(Diagnostic.Error(code, message, remedy: remedy));
}
