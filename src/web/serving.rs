//! Serving: the socket, with or without TLS, and what runs beside it until the desk ends.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use axum::Router;
use axum::routing::any;
use axum_server::tls_rustls::{RustlsAcceptor, RustlsConfig};
use axum_server::{Handle, Server};
use hyper_util::rt::TokioTimer;
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};

use super::connections::Bounded;
use super::{Desk, gate};

/// How long a browser may take to say what it asks for.
const ASKING: Duration = Duration::from_secs(20);
/// How long what is under way may take once the desk ends.
const ENDING: Duration = Duration::from_secs(10);

/// A certificate with its chain and its key, both PEM.
#[derive(Debug, Clone)]
pub struct Certified {
    /// The certificate, then those that vouch for it.
    pub chain: Vec<u8>,
    /// Its private key.
    pub key: Vec<u8>,
}

impl Desk {
    /// Serves until it is told to stop; what is under way is answered first, and a cohort that is scored is taken up by the
    /// next start. With a certificate it serves over TLS and nothing else.
    ///
    /// # Errors
    /// Where the address cannot be listened at, or the certificate cannot be used. `ready` is told the address.
    pub fn serve(
        mut self,
        address: SocketAddr,
        certified: Option<&Certified>,
        stop: impl Future<Output = ()> + Send + 'static,
        ready: impl FnOnce(SocketAddr),
    ) -> io::Result<()> {
        self.certified = certified.is_some();
        let listener = TcpListener::bind(address)?;
        listener.set_nonblocking(true)?;
        let local = listener.local_addr()?;
        if !self.certified {
            // a page that gives its own name to this machine is not answered
            let own = [local.ip().to_string(), format!("[{}]", local.ip()), "localhost".to_owned()];
            self.names.extend(own);
        }
        let desk = Arc::new(self);
        let app = Router::new().fallback(any(gate::answered)).with_state(Arc::clone(&desk));
        let app = app.into_make_service_with_connect_info::<SocketAddr>();
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        let served = runtime.block_on(async {
            let handle = Handle::new();
            let told = handle.clone();
            tokio::spawn(async move {
                stop.await;
                told.graceful_shutdown(Some(ENDING));
            });
            let tls = certified.map(secured).transpose()?;
            // nothing is handed in yet: what has no row is from before a kill
            desk.store.discard_strays().map_err(io::Error::other)?;
            let beside = desk.beside();
            ready(local);
            let (server, connections) = (axum_server::from_tcp(listener)?, Bounded::by_files());
            let served = match tls {
                Some(tls) => {
                    let secured = RustlsAcceptor::new(tls).acceptor(connections);
                    bounded(server.acceptor(secured), handle).serve(app).await
                }
                None => bounded(server.acceptor(connections), handle).serve(app).await,
            };
            desk.ending.store(true, Ordering::SeqCst);
            desk.stop.store(true, Ordering::SeqCst);
            desk.work.1.notify_all();
            Ok::<_, io::Error>((served, beside))
        });
        let (served, beside) = served?;
        for thread in beside {
            // what it could not do is told where it failed
            let _ = thread.join();
        }
        served
    }
}

/// A server that can be told to stop, and that a browser which says nothing keeps no connection of.
fn bounded<A>(server: Server<SocketAddr, A>, handle: Handle<SocketAddr>) -> Server<SocketAddr, A> {
    let mut server = server.handle(handle).http1_only();
    server.http_builder().http1().timer(TokioTimer::new()).header_read_timeout(ASKING);
    server
}

/// TLS by a certificate, for HTTP/1.1 alone: every request tells whom it asks, which forms are held against.
fn secured(pem: &Certified) -> io::Result<RustlsConfig> {
    let unusable =
        |error: &dyn std::fmt::Display| io::Error::new(io::ErrorKind::InvalidData, error.to_string());
    let chain: Vec<CertificateDer<'_>> = CertificateDer::pem_slice_iter(&pem.chain)
        .collect::<Result<_, _>>()
        .map_err(|error| unusable(&error))?;
    let key = PrivateKeyDer::from_pem_slice(&pem.key).map_err(|error| unusable(&error))?;
    let chain = chain.into_iter().map(CertificateDer::into_owned).collect();
    let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .and_then(|config| config.with_no_client_auth().with_single_cert(chain, key))
        .map_err(|error| unusable(&error))?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(RustlsConfig::from_config(Arc::new(config)))
}
