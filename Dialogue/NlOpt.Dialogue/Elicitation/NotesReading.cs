using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>
/// Makes one formulation of notes. Each rule is read with its own amounts and the goal alone, so that the amounts of one rule are never taken for
/// those of another; what was said unasked is read with all of it.
/// </summary>
internal sealed class NotesReading(NoteReader reader)
{
    private readonly Dictionary<string, ImmutableArray<ProblemFormulation>> _known = new(StringComparer.Ordinal);

    /// <summary>The formulation; its source has one turn a note. Null where nothing can be read.</summary>
    public ProblemFormulation? Read(IReadOnlyList<Note> notes, ImmutableArray<string> names, IReadOnlySet<(int Group, string Statement)> rejected)
    {
        if (Part(notes, names, _ => true) is not { } whole) return null;
        var goal = Part(notes, names, note => note.Kind is NoteKind.Goal or NoteKind.Worth);
        var isWorthKnown = notes.Any(note => note.Kind == NoteKind.Worth) || !notes.Any(note => note.Kind == NoteKind.Loose);
        var objective = AmountStatements.Objective(notes, isWorthKnown && goal is not null ? goal.Objective : whole.Objective);
        var statements = ImmutableArray.CreateBuilder<Statement>();
        var questions = ImmutableArray.CreateBuilder<Question>();
        foreach (var group in notes.Where(note => note.Kind is NoteKind.Rule or NoteKind.Loose).Select(note => note.Group).Distinct())
        {
            var turns = Enumerable.Range(0, notes.Count).Where(turn => notes[turn].Group == group).ToHashSet();
            var read = Candidates(notes, names, group, turns, whole).FirstOrDefault(
                reading => !reading.Statements.Any(statement =>
                    IsOf(statement, turns) && rejected.Contains((group, StatementIdentity.Of(statement)))),
                whole with { Statements = [] });
            if (AmountStatements.Sum(notes, group, read, whole) is { } sum)
            {
                if (!rejected.Contains((group, StatementIdentity.Of(sum)))) statements.Add(sum);
                continue;
            }

            statements.AddRange(read.Statements.Where(statement => IsOf(statement, turns)
                && !statements.Any(other => StatementIdentity.Of(other) == StatementIdentity.Of(statement))));
            questions.AddRange(read.Questions.Where(question => question.Quote is { } quote && turns.Contains(quote.Turn)));
        }

        var all = statements.ToImmutable();
        return whole with
        {
            Objective = objective,
            Statements = all,
            Questions = questions.ToImmutable(),
            Ledger = LedgerBuilder.Build(whole.Ledger.Select(entry => new FoundNumber(entry.Evidence, entry.Value)), whole.Variables, objective, all),
        };
    }

    /// <summary>
    /// The readings of a group alone, the best first; before them that of all notes where it leaves fewer of the group's numbers unused.
    /// </summary>
    private IEnumerable<ProblemFormulation> Candidates(
        IReadOnlyList<Note> notes, ImmutableArray<string> names, int group, HashSet<int> turns, ProblemFormulation whole)
    {
        var alone = Readings(notes, names, note => note.Group == group || note.Kind is NoteKind.Goal or NoteKind.Worth);
        if (alone.IsEmpty) return [whole];
        var isLoose = notes.Any(note => note.Kind == NoteKind.Loose);
        return isLoose && (Unused(whole, turns) < Unused(alone[0], turns) || (Weighs(whole, turns) && !Weighs(alone[0], turns)))
            ? alone.Insert(0, whole)
            : alone;
    }

    /// <summary>Whether a number of the group limits a weighted sum.</summary>
    private static bool Weighs(ProblemFormulation formulation, HashSet<int> turns) => formulation.Statements.OfType<Statement.WeightedSum>()
        .Any(sum => sum.Limit.Numbers.Any(number => number.Evidence is { } evidence && turns.Contains(evidence.Turn)));

    private static int Unused(ProblemFormulation formulation, HashSet<int> turns) =>
        formulation.Ledger.Count(entry => turns.Contains(entry.Evidence.Turn) && entry.Use is NumberUse.SetAside);

    /// <summary>Whether a statement is said by notes: its limit stands there, or its words where it has none.</summary>
    public static bool IsOf(Statement statement, IReadOnlyCollection<int> turns)
    {
        var limit = statement switch
        {
            Statement.SingleVariable(_, var one) => one.Numbers,
            Statement.Sum(_, var one) => one.Numbers,
            Statement.WeightedSum(_, var one) => one.Numbers,
            Statement.Proportion(_, _, var one) => one.Numbers,
            Statement.ConditionalLimit(_, _, var one) => one.Numbers,
            _ => [],
        };
        var places = limit.Select(number => number.Evidence).OfType<Evidence>().ToList();
        return (places.Count > 0 ? places : [.. statement.Evidence.Take(1)]).Exists(evidence => turns.Contains(evidence.Turn));
    }

    private ProblemFormulation? Part(IReadOnlyList<Note> notes, ImmutableArray<string> names, Func<Note, bool> belongs) =>
        Readings(notes, names, belongs) is [var best, ..] ? best : null;

    /// <summary>Reads some of the notes in their places, the best reading first; the others are blank.</summary>
    private ImmutableArray<ProblemFormulation> Readings(IReadOnlyList<Note> notes, ImmutableArray<string> names, Func<Note, bool> belongs)
    {
        ImmutableArray<string> turns = [.. notes.Select(note => belongs(note) ? note.Text : "")];
        var key = string.Join('\n', names) + "\n\n" + string.Join('\u001f', turns);
        if (!_known.TryGetValue(key, out var known))
            _known[key] = known = reader.Read(new Source(turns), names) is { } reading ? [reading.Best, .. reading.Rivals] : [];
        return known;
    }
}
