using System.Collections.Immutable;
using NlOpt.Cli.Configuration;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving;
using NlOpt.Solving.OrTools;
using NlOpt.Understanding;

namespace NlOpt.Cli;

/// <summary>
/// The engines behind the commands. Each is made when a command first needs it, because loading one takes longer than most commands.
/// </summary>
/// <param name="Formulator">Reads text; or says why it cannot.</param>
/// <param name="Solver">Solves models, whichever engine fits.</param>
/// <param name="Solvers">Every engine by itself.</param>
/// <param name="StageSolver">Solves linear programs again and again, for policies.</param>
/// <param name="ConfiguredData">The folder NLOPT_DATA names; null when unset.</param>
internal sealed record Engines(
    Lazy<Result<IFormulator>> Formulator, Lazy<ISolver> Solver, Lazy<ImmutableArray<ISolver>> Solvers, Lazy<ISolver> StageSolver,
    string? ConfiguredData)
{
    private const string ChatsFolder = "nlopt/chats";

    /// <summary>Reads what people say piece by piece; or says why it cannot.</summary>
    public Lazy<Result<NoteReader>> Notes { get; init; } = new(() => Load(() => new NoteReader()));

    /// <summary>The folder that keeps conversations; null where the environment names no place for one.</summary>
    public string? ChatFolder { get; init; }

    /// <summary>The file of <c>nlopt config</c>; null where the environment names no place for one.</summary>
    public string? SettingsPath { get; init; }

    /// <summary>Reads a variable of the environment; null when it is unset.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>The clock, for the names of files.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The engines that come with the product.</summary>
    public static Engines OfProcess() => new(
        new(() => Load<IFormulator>(() => new EmbeddedReader())),
        new(() => OrToolsSolvers.Automatic),
        new(() => OrToolsSolvers.All),
        new(() => OrToolsSolvers.Clp),
        Environment.GetEnvironmentVariable("NLOPT_DATA"))
    {
        SettingsPath = SettingsFile.PathOf(
            Environment.GetEnvironmentVariable("XDG_CONFIG_HOME"), Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)),
        ChatFolder = ChatFolderOf(Environment.GetEnvironmentVariable("XDG_STATE_HOME"), Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)),
    };

    /// <summary>Where conversations lie by the rules of the desktop: a state folder counts only as an absolute path.</summary>
    /// <param name="stateFolder">The variable XDG_STATE_HOME; null when unset.</param>
    /// <param name="home">The home folder; empty where there is none.</param>
    public static string? ChatFolderOf(string? stateFolder, string home)
    {
        if (Path.IsPathRooted(stateFolder)) return Path.Combine(stateFolder, ChatsFolder);
        return home.Length > 0 ? Path.Combine(home, ".local/state", ChatsFolder) : null;
    }

    private static Result<T> Load<T>(Func<T> load)
    {
        try
        {
            return Result.Success(load());
        }
        catch (InvalidOperationException error)
        {
            return Result.Failure<T>(Diagnostic.Error("reader.weights", error.Message, remedy: "run 'nlopt train-reader' and build again"));
        }
    }
}
