//! The desk over TLS, asked by a client that trusts its certificate alone.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::Command;
use std::sync::Arc;

use careerpath::web::Certified;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

use crate::served::Served;

/// What the desk answers to a request as written, over TLS.
fn asked(desk: &Served, config: &Arc<ClientConfig>, request: &str) -> String {
    let socket = TcpStream::connect(desk.address()).unwrap();
    let name = ServerName::try_from("localhost").unwrap();
    let mut stream = StreamOwned::new(ClientConnection::new(Arc::clone(config), name).unwrap(), socket);
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn with_a_certificate_it_is_served_over_tls_alone_and_cookies_stay_with_it() {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let (chain, key) = (made.cert.pem().into_bytes(), made.signing_key.serialize_pem().into_bytes());
    let desk = Served::with(Some(Certified { chain, key }));
    let mut roots = RootCertStore::empty();
    roots.add(made.cert.der().clone()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    // as browsers do, it would rather speak HTTP/2, and tells where its forms are from
    let mut config = config;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    let config = Arc::new(config);
    let head = "Host: localhost\r\nConnection: close\r\n";
    let page = asked(&desk, &config, &format!("GET /sign-in HTTP/1.1\r\n{head}\r\n"));
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("Sign in"), "{page}");
    let link = crate::served::set_up_link(&desk);
    let words = "a+few+words+in+a+row";
    let form = format!("name=ana&password={words}&again={words}");
    let kind = "Content-Type: application/x-www-form-urlencoded";
    let length = form.len();
    let sent = format!(
        "POST {link} HTTP/1.1\r\n{head}Origin: https://localhost\r\n{kind}\r\nContent-Length: {length}\r\n\r\n{form}"
    );
    let made = asked(&desk, &config, &sent);
    let cookie = made.lines().find(|line| line.to_lowercase().starts_with("set-cookie:")).unwrap();
    assert!(cookie.contains("__Host-desk=") && cookie.contains("; Secure"), "{cookie}");
    let session = cookie.split(": ").nth(1).unwrap().split(';').next().unwrap();
    let caseload = |session: &str| {
        asked(&desk, &config, &format!("GET /clients HTTP/1.1\r\n{head}Cookie: {session}\r\n\r\n"))
    };
    assert!(caseload(session).starts_with("HTTP/1.1 200"));
    // a cookie that anybody on the way could have set is none
    assert!(caseload(&session.replace("__Host-", "")).starts_with("HTTP/1.1 303"));
    // what is not TLS is not answered
    let mut plain = TcpStream::connect(desk.address()).unwrap();
    plain.write_all(b"GET /sign-in HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    let _ = plain.read_to_end(&mut answer);
    assert!(!String::from_utf8_lossy(&answer).contains("HTTP/1.1 200"));
}

#[test]
fn a_certificate_that_cannot_be_used_is_told_and_nothing_is_served() {
    let folder = tempfile::TempDir::new().unwrap();
    let [cert, key, data] = ["cert.pem", "key.pem", "data"].map(|name| folder.path().join(name));
    std::fs::write(&cert, "no certificate").unwrap();
    std::fs::write(&key, "no key").unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_careerpath"))
        .args(["serve", "--addr", "0.0.0.0:0", "--data"])
        .arg(&data)
        .arg("--tls-cert")
        .arg(&cert)
        .arg("--tls-key")
        .arg(&key)
        .output()
        .unwrap();
    assert_eq!(run.status.code(), Some(2));
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(said.contains("cert.pem") && !said.contains("is at https"), "{said}");
}
